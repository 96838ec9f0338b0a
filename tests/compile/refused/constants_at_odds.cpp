// Constants that break a joint rule are an error at compile time: nine peers at a fifth of the time each.
// must say: constants_at_odds.cpp:12:
// must say: refuse
#include <orgscale/governance/meritocracy.hpp>

#if defined(REFUSED)
#define PEERS 9
#else
#define PEERS 4
#endif

constexpr orgscale::meritocracy<> crowd{.peers = PEERS, .time_per_peer = 0.2};
