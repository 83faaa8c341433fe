package dev.baton.context;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of a timer, earliest first, as a binary heap in which every alarm knows its position,
 * so that one is taken out from the middle in logarithmic time. Not safe for concurrent use.
 */
final class AlarmHeap {
  private static final int SMALLEST = 64;

  private @Nullable Alarm[] heap = new @Nullable Alarm[SMALLEST];
  private int size;

  @Nullable Alarm first() {
    return heap[0];
  }

  void add(Alarm alarm) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    siftUp(size++, alarm);
  }

  /** Takes the alarm out, if it is in. */
  void remove(Alarm alarm) {
    int position = alarm.position;
    if (position == Alarm.NOT_SET) {
      return;
    }
    alarm.position = Alarm.NOT_SET;
    Alarm last = heap[--size];
    heap[size] = null;
    if (last != alarm) {
      siftDown(position, last);
      if (heap[position] == last) {
        siftUp(position, last);
      }
    }
    if (heap.length > SMALLEST && size < heap.length / 8) {
      heap = Arrays.copyOf(heap, heap.length / 4);
    }
  }

  private void siftUp(int start, Alarm alarm) {
    int at = start;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      Alarm above = heap[parent];
      if (alarm.at - above.at >= 0) {
        break;
      }
      place(at, above);
      at = parent;
    }
    place(at, alarm);
  }

  private void siftDown(int start, Alarm alarm) {
    int at = start;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && heap[child + 1].at - heap[child].at < 0) {
        child++;
      }
      if (heap[child].at - alarm.at >= 0) {
        break;
      }
      place(at, heap[child]);
      at = child;
    }
    place(at, alarm);
  }

  private void place(int position, Alarm alarm) {
    heap[position] = alarm;
    alarm.position = position;
  }
}
