package driver

import (
	"os"
	"path/filepath"
	"time"
)

// keepFor is how long a built program that nobody runs stays in the cache.
const keepFor = 14 * 24 * time.Hour

// cacheFolder is where run keeps the programs that it built:
// $PY2GO_ASYNC_CACHE, or a folder in the user's cache.
func cacheFolder() (string, error) {
	if folder := os.Getenv("PY2GO_ASYNC_CACHE"); folder != "" {
		return filepath.Abs(folder)
	}
	folder, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "py2go-async", "run"), nil
}

// trimCache removes the programs that were not run for long. What cannot be
// removed stays: the cache works as well with it.
func trimCache(cache string) {
	entries, err := os.ReadDir(cache)
	if err != nil {
		return
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && time.Since(info.ModTime()) > keepFor {
			_ = os.RemoveAll(filepath.Join(cache, entry.Name()))
		}
	}
}
