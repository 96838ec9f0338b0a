#pragma once

// Macros that <windows.h>, <complex.h> and others define in lower case or in one letter.
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define I 1
#define small char
#define near
#define far
