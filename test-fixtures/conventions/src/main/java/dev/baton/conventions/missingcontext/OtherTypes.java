package dev.baton.conventions.missingcontext;

import dev.baton.context.Context;
import dev.baton.context.annotation.RequiresContext;

/** On a type, it is about that type alone. */
public class OtherTypes {

  public String find(String id) {
    return id;
  }

  /** The layer. */
  @RequiresContext
  public static class Layer {

    public Runnable later(Context ctx) {
      return new Runnable() {
        @Override
        public void run() {
          describe();
        }

        public String describe() {
          return ctx + "";
        }
      };
    }

    /** What it gives back, with methods of its own. */
    public static class Page {
      public int size(String unit) {
        return unit.length();
      }
    }
  }
}
