// How jemalloc allocates in this program. It reads this variable when it starts.

extern "C" {
// Without a thread of its own it gives memory back only while there are calls: a server that a load
// has left would keep what the load took.
extern const char* const malloc_conf;
const char* const malloc_conf = "background_thread:true";
}
