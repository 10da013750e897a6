"""Nets of one layer."""
