#include "core/analysis/decisions_checked.h"

#include <charconv>
#include <fmt/format.h>

namespace wardmote::analysis {
namespace {

std::string figure(const std::optional<double>& value, int digits) {
    return value ? fmt::format("{:.{}f}", *value, digits) : std::string{"-"};
}

std::optional<double> readFigure(std::string_view words) {
    double value = 0;
    const auto read = std::from_chars(words.data(), words.data() + words.size(), value);
    const bool whole = read.ec == std::errc{} && read.ptr == words.data() + words.size();
    return whole && value >= 0 && value < 1e12 ? std::optional(value) : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(at), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::vector<plan::Id> readIds(std::string_view words) {
    std::vector<plan::Id> ids;
    for (const auto part : split(words, ',')) {
        plan::Id id = 0;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), id);
        if (read.ec == std::errc{} && id > 0) {
            ids.push_back(id);
        }
    }
    return ids;
}

std::optional<PairClass> readClass(std::string_view key) {
    for (std::size_t kind = 0; kind < pairClassCount; ++kind) {
        if (keyOf(static_cast<PairClass>(kind)) == key) {
            return static_cast<PairClass>(kind);
        }
    }
    return std::nullopt;
}

std::optional<DecisionFacts> readLine(std::string_view line) {
    DecisionFacts facts;
    std::optional<PairClass> kind;
    for (const auto part : split(line, ' ')) {
        const auto equals = part.find('=');
        if (equals == std::string_view::npos) {
            continue;
        }
        const auto key = part.substr(0, equals);
        const auto value = part.substr(equals + 1);
        if (key == "pair") {
            const auto ids = readIds(value);
            if (ids.size() == 2) {
                facts.a = ids[0];
                facts.b = ids[1];
            }
        } else if (key == "class") {
            kind = readClass(value);
        } else if (key == "score") {
            facts.score = readFigure(value);
        } else if (key == "place") {
            facts.components.place = readFigure(value);
        } else if (key == "purpose") {
            facts.components.purpose = readFigure(value);
        } else if (key == "audience") {
            facts.components.audience = readFigure(value);
        } else if (key == "attendance") {
            facts.components.attendance = readFigure(value);
        } else if (key == "hours") {
            const auto both = split(value, ',');
            facts.hoursA = both.size() == 2 ? readFigure(both[0]) : std::nullopt;
            facts.hoursB = both.size() == 2 ? readFigure(both[1]) : std::nullopt;
        } else if (key == "areas") {
            facts.areas = readIds(value);
        }
    }
    if (facts.a == 0 || !kind) {
        return std::nullopt;
    }
    facts.kind = *kind;
    return facts;
}

} // namespace

std::string writtenFacts(const std::vector<DecisionFacts>& all) {
    std::string text;
    for (const auto& facts : all) {
        const auto& parts = facts.components;
        text += fmt::format("{}pair={},{} class={} score={} place={} purpose={} audience={} attendance={} "
                            "hours={},{} areas={}",
                            text.empty() ? "" : "\n", facts.a, facts.b, keyOf(facts.kind),
                            figure(facts.score, 4), figure(parts.place, 4), figure(parts.purpose, 4),
                            figure(parts.audience, 4), figure(parts.attendance, 4), figure(facts.hoursA, 2),
                            figure(facts.hoursB, 2), fmt::join(facts.areas, ","));
    }
    return text;
}

std::vector<DecisionFacts> readFacts(std::string_view text) {
    std::vector<DecisionFacts> all;
    for (const auto line : split(text, '\n')) {
        if (auto facts = readLine(line)) {
            all.push_back(std::move(*facts));
        }
    }
    return all;
}

} // namespace wardmote::analysis
