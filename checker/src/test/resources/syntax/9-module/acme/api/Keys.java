package acme.api;

import dev.baton.context.Key;

public class Keys implements Runnable {
  // BUG: Diagnostic contains: key `USER` is public
  public static final Key<String> USER = Key.of("user");

  @Override
  public void run() {}
}
