#pragma once
#include <functional>
#include <stop_token>
#include <string_view>

namespace wardmote {

/// How long work tells what it is at and learns that it should stop. Copyable; a default one is silent and
/// never stops. Workers ask stopped() at least every 50 ms of work and then return what they have, or an
/// Error that says "Stopped".
struct Progress {
    std::function<void(double fraction, std::string_view what)> report; ///< fraction 0..1; any thread
    std::stop_token stop;

    void at(double fraction, std::string_view what = {}) const {
        if (report) {
            report(fraction, what);
        }
    }
    bool stopped() const { return stop.stop_requested(); }
};

} // namespace wardmote
