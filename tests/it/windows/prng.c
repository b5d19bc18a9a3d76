/* The one function of bcryptprimitives.dll that Rust's standard library takes random numbers from; Wine before 8.13 has not
   that library. */
typedef unsigned char BYTE;

__declspec(dllimport) BYTE __stdcall SystemFunction036(void *into, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(BYTE *into, unsigned long long length) {
  return SystemFunction036(into, (unsigned long)length);
}
