package dev.baton.checker;

/** A type on the class path of the code that tests compile. */
public interface ShopClient {}
