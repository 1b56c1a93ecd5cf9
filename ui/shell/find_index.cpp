#include "ui/shell/find_index.h"

#include "ui/widgets/record_cell.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <tuple>

namespace wardmote::ui {
namespace {

constexpr auto kindsToFind = [] {
    using enum plan::RecordKind;
    return std::array{mechanism, area,        cluster,      organisation, role,          meeting,  asset,
                      footprint, arrangement, footprintSet, theme,        localResponse, audience, review};
}();

/// 0 is best; negative: not found.
int rankOf(const Findable& findable, const QString& question, const QStringList& words) {
    for (const auto& word : words) {
        if (!findable.folded.contains(word)) {
            return -1;
        }
    }
    const auto name = QStringView(findable.folded).left(findable.folded.indexOf(u'\n'));
    if (name == question) {
        return 0;
    }
    if (name.startsWith(question)) {
        return 1;
    }
    if (name.contains(u' ' + question)) {
        return 2;
    }
    const bool allInName =
        std::ranges::all_of(words, [&](const QString& word) { return name.contains(word); });
    return allInName ? 3 : 4;
}

QString otherNames(const plan::Plan& plan, plan::RecordKind kind, plan::Id id) {
    QStringList more;
    if (kind == plan::RecordKind::area) {
        if (const auto* area = plan.find<plan::Area>(id)) {
            more << qtext(area->code) << qtext(area->localCouncilName);
            for (const auto& other : area->otherNames) {
                more << qtext(other.text);
            }
        }
    } else if (kind == plan::RecordKind::mechanism) {
        if (const auto* mechanism = plan.find<plan::Mechanism>(id)) {
            for (const auto& other : mechanism->otherNames) {
                more << qtext(other.text);
            }
        }
    }
    return more.join(u' ');
}

} // namespace

QString foldedForSearch(const QString& raw) {
    const auto apart = raw.normalized(QString::NormalizationForm_D).toCaseFolded();
    QString folded;
    folded.reserve(apart.size());
    for (const auto letter : apart) {
        if (letter.isLetterOrNumber()) {
            folded += letter;
        } else if (letter.category() != QChar::Mark_NonSpacing && letter != u'\'' &&
                   letter != QChar(0x2019) && !folded.isEmpty() && folded.back() != u' ') {
            folded += u' ';
        }
    }
    return folded.trimmed();
}

void FindIndex::add(Findable findable) {
    findable.folded = foldedForSearch(findable.name) + u'\n' + foldedForSearch(findable.kind) + u' ' +
                      foldedForSearch(findable.more);
    all_.push_back(std::move(findable));
}

std::vector<const Findable*> FindIndex::find(const QString& question, std::size_t most) const {
    const auto folded = foldedForSearch(question);
    const auto words = folded.split(u' ', Qt::SkipEmptyParts);
    std::vector<std::tuple<int, qsizetype, const Findable*>> found;
    for (const auto& findable : all_) {
        if (words.isEmpty()) {
            found.emplace_back(0, 0, &findable);
            if (found.size() == most) {
                break;
            }
        } else if (const int rank = rankOf(findable, folded, words); rank >= 0) {
            found.emplace_back(rank, findable.name.size(), &findable);
        }
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    std::vector<const Findable*> best;
    for (std::size_t i = 0; i < found.size() && i < most; ++i) {
        best.push_back(std::get<2>(found[i]));
    }
    return best;
}

void FindIndex::append(FindIndex other) {
    std::ranges::move(other.all_, std::back_inserter(all_));
}

std::size_t recordsToFind(const plan::Plan& plan) {
    std::size_t count = 0;
    for (const auto kind : kindsToFind) {
        count += plan.count(kind);
    }
    return count;
}

void addRecords(FindIndex& index, const plan::Plan& plan, const OpenRecord& open) {
    for (const auto kind : kindsToFind) {
        const auto singular = qtext(plan::recordInfo(kind).singular);
        for (const auto id : plan.ids(kind)) {
            index.add({qtext(plan::nameOf(plan, kind, id)),
                       singular,
                       otherNames(plan, kind, id),
                       {},
                       [open, kind, id] { open(kind, id); }});
        }
    }
}

} // namespace wardmote::ui
