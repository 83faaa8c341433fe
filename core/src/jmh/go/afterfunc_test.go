//go:build go1.21

package contextbench

import (
	"context"
	"testing"
)

func BenchmarkListener(b *testing.B) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	measure(b, func(times int) {
		for i := 0; i < times; i++ {
			stop := context.AfterFunc(ctx, func() { count++ })
			stop()
		}
	})
}
