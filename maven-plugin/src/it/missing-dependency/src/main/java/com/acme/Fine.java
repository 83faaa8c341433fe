package com.acme;

/** Compiles, were it not for the pom. */
final class Fine {}
