#include "tests/support/set_cover_instance.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <ctime>

/// Solves a set cover problem that other programs were measured on, in OR-Library's format. Prints the cost
/// of each better cover with the seconds it took, then cost, bound, gap, and seconds by the clock and of
/// processor time.
int main(int argc, char** argv) {
    CLI::App cli("Solves a set cover problem");
    std::string file;
    double seconds = 0;
    bool quiet = false;
    wardmote::analysis::streamlining::CoverOptions options;
    cli.add_option("file", file)->required();
    cli.add_option("seconds", seconds, "0: by steps, the same on every machine");
    cli.add_option("--seed", options.seed);
    cli.add_flag("--quiet", quiet);
    CLI11_PARSE(cli, argc, argv);

    const auto problem = wardmote::tests::setCoverInstance(file);
    if (!problem) {
        std::fprintf(stderr, "%s is no set cover problem.\n", file.c_str());
        return 2;
    }
    if (seconds > 0) {
        options.seconds = seconds;
    }
    const auto began = std::chrono::steady_clock::now();
    const auto processor = std::clock();
    const auto passed = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    };
    const auto answer = wardmote::analysis::streamlining::solved(
        *problem, options, {}, [&](const wardmote::analysis::streamlining::CoverAnswer& better) {
            if (!quiet) {
                std::printf("  %.3f s: %.6g, bound %.6g\n", passed(), better.cost, better.bound);
            }
        });
    if (!answer) {
        std::fprintf(stderr, "%s\n", answer.error().text().c_str());
        return 1;
    }
    std::printf("%s,%.6g,%.6g,%.2f %%,%s,%.3f s,%.3f s\n", file.c_str(), answer->cost, answer->bound,
                100 * answer->gap(), answer->optimal ? "proved" : "not proved", passed(),
                static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC);
    return 0;
}
