package dev.baton.checker.report;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class KeyAccessorsTest {

  @Test
  void namesTheValueByItsHolder() {
    assertThat(KeyAccessors.of("USER", "String"))
        .isEqualTo("`withUser(ctx, user)` and `user(ctx)`");
    assertThat(KeyAccessors.of("requestId", "String"))
        .isEqualTo("`withRequestId(ctx, requestId)` and `requestId(ctx)`");
  }

  @Test
  void leavesOutWhatSaysThatItIsKey() {
    assertThat(KeyAccessors.of("KEY_TENANT_NAME", "Tenant"))
        .isEqualTo("`withTenantName(ctx, tenantName)` and `tenantName(ctx)`");
    assertThat(KeyAccessors.of("getLocaleKey", "Locale"))
        .isEqualTo("`withLocale(ctx, locale)` and `locale(ctx)`");
  }

  @Test
  void namesTheValueByItsTypeWhenTheHolderSaysNothing() {
    assertThat(KeyAccessors.of("KEY", "AuthToken"))
        .isEqualTo("`withAuthToken(ctx, authToken)` and `authToken(ctx)`");
    assertThat(KeyAccessors.of("key", "")).isEqualTo("`withValue(ctx, value)` and `value(ctx)`");
  }

  @Test
  void writesNoKeywords() {
    assertThat(KeyAccessors.of("DEFAULT", "Locale"))
        .isEqualTo("`withLocale(ctx, locale)` and `locale(ctx)`");
  }
}
