"""The record: what the twelve modelling tests ask of it, its pictures, its desk and its history."""
