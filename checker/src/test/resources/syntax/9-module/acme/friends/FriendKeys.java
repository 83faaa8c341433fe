package acme.friends;

import dev.baton.context.Key;

public class FriendKeys {
  // BUG: Diagnostic contains: key `USER` is public
  public static final Key<String> USER = Key.of("user");
}
