package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import dev.baton.context.annotation.ContextCarrier;
import java.util.Map;

/** The header of a record lists what it holds: its constructor, written or not, has that order. */
final class CarriedInRecordHeader {

  private CarriedInRecordHeader() {}

  /** The components are matched by place, and the path is what a pattern looks at first. */
  @ContextCarrier("made for one exchange, and dropped when the answer is sent")
  record Exchange(String path, Context ctx) {}

  /** The same with a compact constructor. */
  @ContextCarrier("made for one exchange, and dropped when the answer is sent")
  record Upload(Map<String, String> headers, Context ctx) {
    Upload {
      headers = Map.copyOf(headers);
    }

    Upload(Context ctx) {
      this(Map.of(), ctx);
    }
  }
}
