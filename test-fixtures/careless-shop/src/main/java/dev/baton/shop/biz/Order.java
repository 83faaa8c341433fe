package dev.baton.shop.biz;

/** An order that has been placed. */
public record Order(String id, String customer, String sku, int quantity, long totalCents) {}
