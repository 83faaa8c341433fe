// Package contextbench runs the cases of the table against Go's own contexts. Each is named after
// its class in Java and does the same; what a listener is there, Done is here.
package contextbench

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"sync"
	"syscall"
	"testing"
	"time"
)

// What is kept here is not optimised away.
var (
	sink  context.Context
	found any
	err   error
	count int
)

type key int

// Whether to count the processor time of the threads that run a case, not the time that passes.
var byCPU = os.Getenv("CONTEXTBENCH_CPU") != ""

func nanos() int64 {
	if !byCPU {
		return time.Now().UnixNano()
	}
	const thread = 1 // RUSAGE_THREAD
	var usage syscall.Rusage
	if err := syscall.Getrusage(thread, &usage); err != nil {
		panic(err)
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}

// measure times a case that run repeats as often as it is told.
func measure(b *testing.B, run func(times int)) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	b.ReportAllocs()
	b.ResetTimer()
	start := nanos()
	run(b.N)
	b.ReportMetric(float64(nanos()-start)/float64(b.N), "ns/op")
}

// measureInTwo gives the time of an operation as each of the two sees it, as JMH does.
func measureInTwo(b *testing.B, run func(times int)) {
	b.ReportAllocs()
	var both sync.WaitGroup
	var lock sync.Mutex
	var sum int64
	both.Add(2)
	b.ResetTimer()
	for _, times := range []int{b.N / 2, b.N - b.N/2} {
		go func(times int) {
			runtime.LockOSThread()
			defer both.Done()
			start := nanos()
			run(times)
			lock.Lock()
			sum += nanos() - start
			lock.Unlock()
		}(times)
	}
	both.Wait()
	b.ReportMetric(float64(sum)/float64(b.N), "ns/op")
}

// each measures a case for each value of its parameter.
func each(b *testing.B, parameters []int, prepare func(parameter int) func(times int)) {
	for _, parameter := range parameters {
		run := prepare(parameter)
		b.Run(fmt.Sprint(parameter), func(b *testing.B) { measure(b, run) })
	}
}

func BenchmarkWithCancel(b *testing.B) {
	measure(b, func(times int) {
		for i := 0; i < times; i++ {
			ctx, cancel := context.WithCancel(context.Background())
			cancel()
			sink = ctx
		}
	})
}

func childOf(parent context.Context) func(times int) {
	return func(times int) {
		for i := 0; i < times; i++ {
			child, cancel := context.WithCancel(parent)
			done := child.Done()
			cancel()
			<-done
		}
	}
}

func BenchmarkOneParent(b *testing.B) {
	parent, cancel := context.WithCancel(context.Background())
	defer cancel()
	measure(b, childOf(parent))
}

func BenchmarkOneParentTwoThreads(b *testing.B) {
	parent, cancel := context.WithCancel(context.Background())
	defer cancel()
	measureInTwo(b, childOf(parent))
}

func BenchmarkOwnParent(b *testing.B) {
	measure(b, func(times int) {
		for i := 0; i < times; i++ {
			parent, _ := context.WithCancel(context.Background())
			child, cancel := context.WithCancel(parent)
			done := child.Done()
			cancel()
			<-done
		}
	})
}

func BenchmarkWithTimeout(b *testing.B) {
	measure(b, func(times int) {
		for i := 0; i < times; i++ {
			ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
			cancel()
			sink = ctx
		}
	})
}

func timeoutWithListener(times int) {
	for i := 0; i < times; i++ {
		ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
		done := ctx.Done()
		cancel()
		<-done
	}
}

func BenchmarkWithTimeoutListener(b *testing.B) {
	measure(b, timeoutWithListener)
}

func BenchmarkWithTimeoutListenerTwoThreads(b *testing.B) {
	measureInTwo(b, timeoutWithListener)
}

func BenchmarkRequest(b *testing.B) {
	measure(b, func(times int) {
		for i := 0; i < times; i++ {
			request, cancelRequest := context.WithTimeout(context.Background(), time.Hour)
			ctx := context.WithValue(request, key(0), "ada")
			ctx = context.WithValue(ctx, key(1), "7f3a")
			ctx = context.WithValue(ctx, key(2), "north")
			child, cancelChild := context.WithCancel(ctx)
			done := child.Done()
			for poll := 0; poll < 10; poll++ {
				err = child.Err()
			}
			cancelChild()
			<-done
			cancelRequest()
		}
	})
}

func values(count int) context.Context {
	ctx := context.Background()
	for i := 0; i < count; i++ {
		ctx = context.WithValue(ctx, key(i), "value")
	}
	return ctx
}

func BenchmarkWithValue(b *testing.B) {
	measure(b, func(times int) {
		for i := 0; i < times; i++ {
			sink = context.WithValue(context.Background(), key(0), "value")
		}
	})
}

func BenchmarkManyValues(b *testing.B) {
	each(b, []int{10, 100}, func(count int) func(times int) {
		return func(times int) {
			for i := 0; i < times; i++ {
				sink = values(count)
			}
		}
	})
}

func lookUp(ctx context.Context, wanted key) func(times int) {
	return func(times int) {
		for i := 0; i < times; i++ {
			found = ctx.Value(wanted)
		}
	}
}

func BenchmarkValue(b *testing.B) {
	each(b, []int{1, 10, 100}, func(depth int) func(times int) {
		return lookUp(values(depth), key(0))
	})
}

func BenchmarkMissingKey(b *testing.B) {
	each(b, []int{100}, func(depth int) func(times int) {
		return lookUp(values(depth), key(-1))
	})
}

func poll(ctx context.Context) func(times int) {
	return func(times int) {
		for i := 0; i < times; i++ {
			err = ctx.Err()
		}
	}
}

func BenchmarkPoll(b *testing.B) {
	each(b, []int{1, 2, 11}, func(depth int) func(times int) {
		ctx := context.Background()
		for i := 0; i < depth; i++ {
			ctx, _ = context.WithCancel(ctx)
		}
		return poll(ctx)
	})
}

func BenchmarkPollDeadline(b *testing.B) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	measure(b, poll(ctx))
}

func BenchmarkPollCancelled(b *testing.B) {
	parent, cancel := context.WithCancel(context.Background())
	child, cancelChild := context.WithCancel(parent)
	defer cancelChild()
	cancel()
	measure(b, poll(child))
}

func BenchmarkChildren(b *testing.B) {
	each(b, []int{10_000, 1_000_000}, func(size int) func(times int) {
		children := make([]context.Context, size)
		return func(times int) {
			for i := 0; i < times; i++ {
				parent, cancel := context.WithCancel(context.Background())
				for j := range children {
					children[j], _ = context.WithCancel(parent)
				}
				cancel()
				for _, child := range children {
					if child.Err() != nil {
						count++
					}
				}
			}
		}
	})
}

func BenchmarkListeningChildren(b *testing.B) {
	each(b, []int{10_000, 1_000_000}, func(size int) func(times int) {
		return func(times int) {
			for i := 0; i < times; i++ {
				parent, cancel := context.WithCancel(context.Background())
				for j := 0; j < size; j++ {
					child, _ := context.WithCancel(parent)
					child.Done()
				}
				cancel()
			}
		}
	})
}

func BenchmarkChain(b *testing.B) {
	each(b, []int{900}, func(length int) func(times int) {
		return func(times int) {
			for i := 0; i < times; i++ {
				outermost, cancel := context.WithCancel(context.Background())
				innermost := outermost
				for j := 1; j < length; j++ {
					innermost, _ = context.WithCancel(innermost)
				}
				done := innermost.Done()
				cancel()
				<-done
			}
		}
	})
}
