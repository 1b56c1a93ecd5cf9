#include "app/context.h"

#include "core/platform/host.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace wardmote::app {
namespace {

constexpr std::size_t widestColumn = 48;

/// Characters of a UTF-8 text.
std::size_t widthOf(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string shortened(const std::string& text) {
    std::string line = text.substr(0, text.find('\n'));
    if (widthOf(line) <= widestColumn) {
        return line;
    }
    std::size_t characters = 0;
    std::size_t end = 0;
    while (end < line.size() && characters < widestColumn) {
        ++end;
        characters += end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U ? 0U : 1U;
    }
    return line.substr(0, end) + "…";
}

} // namespace

plan::Date Context::day() const {
    if (const auto given = plan::Date::fromIso(today)) {
        return *given;
    }
    const std::time_t now = std::time(nullptr);
    std::tm local{};
#ifdef _WIN32
    localtime_s(&local, &now);
#else
    localtime_r(&now, &local);
#endif
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

void Context::print(const Json& document) const {
    print(document.dump(2));
}

void Context::print(const std::string& text) const {
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (!text.ends_with('\n')) {
        std::fputc('\n', stdout);
    }
}

void Context::fail(const Error& error) {
    std::string line = error.text();
    std::ranges::replace(line, '\n', ' ');
    std::fprintf(stderr, "wardmote: %s\n", line.c_str());
    exitCode = badInput;
}

store::Opener currentOpener() {
    return {platform::accountName(), platform::machineName()};
}

Result<store::PlanFile> openPlan(const std::filesystem::path& path, bool readOnly) {
    auto file = store::PlanFile::open(path, {.opener = currentOpener(), .readOnly = readOnly});
    if (file && !readOnly && !file->writable()) {
        const auto& notices = file->notices();
        return failure(notices.empty() ? path.string() + " can only be read." : notices.front());
    }
    return file;
}

Json reference(const plan::Plan& plan, plan::RecordKind kind, plan::Id id) {
    return {{"id", idText(id)}, {"name", plan::nameOf(plan, kind, id)}};
}

TextTable::TextTable(std::vector<std::string> headings) {
    rows_.push_back(std::move(headings));
}

void TextTable::add(std::vector<std::string> cells) {
    rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
    std::vector<std::size_t> widths(rows_.front().size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t c = 0; c < widths.size() && c < row.size(); ++c) {
            widths[c] = std::max(widths[c], widthOf(shortened(row[c])));
        }
    }
    std::string text;
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            const auto cell = c < row.size() ? shortened(row[c]) : std::string{};
            line += cell;
            if (c + 1 < widths.size()) {
                line += std::string(widths[c] - widthOf(cell) + 2, ' ');
            }
        }
        text += line + "\n";
    }
    return text;
}

} // namespace wardmote::app
