package acme.hidden;

import dev.baton.context.Key;

/** No other module can reach it. */
public class HiddenKeys {
  public static final Key<String> USER = Key.of("user");
}
