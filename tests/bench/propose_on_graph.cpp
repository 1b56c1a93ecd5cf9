#include "core/analysis/proposal/search.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>

/// Proposes on a graph that other programs were measured on: NAME.areas.csv (id, ..., population, area_m2,
/// perimeter_m in columns 5 to 7) and NAME.graph.csv (a, b, shared_m). Writes id,cluster and prints the
/// seconds taken.
namespace {

using namespace wardmote::analysis::proposal;

std::vector<std::vector<std::string>> rowsOf(const std::string& path) {
    std::ifstream in(path);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(in, line); // the headings
    while (std::getline(in, line)) {
        std::vector<std::string> cells(1);
        bool quoted = false;
        for (const char c : line) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.emplace_back();
            } else if (c != '\r') {
                cells.back() += c;
            }
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

UnitGraph graphOf(const std::string& base) {
    std::vector<UnitGraph::Size> sizes;
    std::vector<UnitGraph::Link> links;
    for (const auto& row : rowsOf(base + ".areas.csv")) {
        sizes.push_back({std::stod(row.at(4)), std::stod(row.at(5)), std::stod(row.at(6))});
    }
    for (const auto& row : rowsOf(base + ".graph.csv")) {
        links.push_back({static_cast<Unit>(std::stoul(row.at(0))), static_cast<Unit>(std::stoul(row.at(1))),
                         std::stod(row.at(2))});
    }
    return UnitGraph(std::move(sizes), links);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App cli("Proposes clusters on a graph of areas");
    std::string folder;
    std::string name;
    std::string out;
    Aims aims;
    aims.balance = 10;
    double seconds = 0.5;
    double tolerance = 0.05;
    double least = 0;
    SearchOptions options;
    cli.add_option("folder", folder)->required();
    cli.add_option("name", name)->required();
    cli.add_option("clusters", aims.clusters)->required();
    cli.add_option("seconds", seconds, "0: by steps, the same on every machine")->required();
    cli.add_option("threads", options.threads)->required();
    cli.add_option("tolerance", tolerance, "Share of the mean")->required();
    cli.add_option("seed", options.seed)->required();
    cli.add_option("out", out)->required();
    cli.add_option("balance", aims.balance);
    cli.add_option("least", least, "Residents of a cluster, with no upper limit, instead of the tolerance");
    CLI11_PARSE(cli, argc, argv);

    const auto graph = graphOf(folder + "/" + name);
    const double mean = graph.residents() / aims.clusters;
    aims.least = least > 0 ? least : mean * (1 - tolerance);
    aims.most = least > 0 ? aims.most : mean * (1 + tolerance);
    if (seconds > 0) {
        options.seconds = seconds;
    }
    const auto began = std::chrono::steady_clock::now();
    double first = -1;
    const auto since = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    };
    const auto answer =
        search(graph, aims, options, {}, [&](const Found&) { first = first < 0 ? since() : first; });
    const double taken = since();
    if (answer.found.empty()) {
        std::fputs("no arrangement\n", stderr);
        return 1;
    }
    const auto& best = answer.found.front();
    std::ofstream file(out);
    file << "id,cluster\n";
    for (std::size_t i = 0; i < best.labels.size(); ++i) {
        file << i << ',' << best.labels[i] << '\n';
    }
    std::fprintf(
        stderr, "first after %.4f s; outside %.5f, cost %.4f; start %u of %llu steps; %.1f M steps/s\n",
        first, best.standing.outside, best.standing.cost, best.recipe.start,
        static_cast<unsigned long long>(best.recipe.steps), static_cast<double>(answer.steps) / taken / 1e6);
    std::printf("%.3f\n", taken);
}
