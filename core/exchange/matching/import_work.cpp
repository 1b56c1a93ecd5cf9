#include "core/exchange/matching/import_work.h"

#include "core/base/contract.h"
#include "core/text/values.h"
#include "core/text/words.h"

#include <algorithm>

namespace wardmote::exchange {
namespace {

using plan::Id;
using plan::RecordKind;

std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return hash;
}

const std::vector<Id> nobody;

} // namespace

void RecordIndex::add(const std::vector<std::string>& names, Id id) {
    const auto put = [&](auto& map, std::string key) {
        auto& ids = map[std::move(key)];
        if (std::ranges::find(ids, id) == ids.end()) {
            ids.push_back(id);
        }
    };
    for (const auto& name : names) {
        put(folded_, text::folded(name));
        auto plain = text::normalisedName(name);
        if (!plain.empty()) {
            put(normalised_, std::move(plain));
            names_.add(name, id);
        }
    }
}

const std::vector<Id>& RecordIndex::find(std::string_view name) const {
    auto key = text::folded(name);
    if (const auto exact = folded_.find(key); exact != folded_.end()) {
        return exact->second;
    }
    auto plain = plain_.find(key);
    if (plain == plain_.end()) {
        plain = plain_.emplace(std::move(key), text::normalisedName(name)).first;
    }
    const auto same = normalised_.find(plain->second);
    return same == normalised_.end() ? nobody : same->second;
}

ImportWork::ImportWork(const plan::Plan& planned, const ImportOptions& wanted, const Answers& answers)
    : plan(planned), options(wanted), answers_(answers) {}

Id ImportWork::idFor(const std::string& key) {
    plan::IdSource source(options.seed ^ hashOf(key));
    const auto isTaken = [&](Id id) {
        return taken_.contains(id) ||
               std::ranges::any_of(plan::allRecordInfos(), [&](const plan::RecordInfo& info) {
                   return plan.contains(info.kind, id);
               });
    };
    auto id = source.next();
    while (isTaken(id)) {
        id = source.next();
    }
    taken_.insert(id);
    return id;
}

Draft* ImportWork::findDraft(RecordKind kind, Id id) {
    const auto found = byId_.find(id);
    if (found == byId_.end()) {
        return nullptr;
    }
    const auto at = std::ranges::find(found->second, kind, &Draft::kind);
    return at == found->second.end() ? nullptr : *at;
}

Draft& ImportWork::draft(RecordKind kind, Id id) {
    if (auto* known = findDraft(kind, id)) {
        return *known;
    }
    auto made = std::make_unique<Draft>();
    made->kind = kind;
    made->id = id;
    made->before = plan.record(kind, id);
    contract(made->before != nullptr, "a draft of a record that is not there");
    made->record = plan::recordInfo(kind).copy(made->before.get());
    byId_[id].push_back(made.get());
    drafts_.push_back(std::move(made));
    return *drafts_.back();
}

Draft& ImportWork::add(RecordKind kind, Id id) {
    auto made = std::make_unique<Draft>();
    made->kind = kind;
    made->id = id;
    made->record = plan::recordInfo(kind).make();
    plan::recordInfo(kind).setId(made->record.get(), id);
    taken_.insert(id);
    byId_[id].push_back(made.get());
    drafts_.push_back(std::move(made));
    return *drafts_.back();
}

const void* ImportWork::record(RecordKind kind, Id id) {
    if (const auto* known = findDraft(kind, id)) {
        return known->record.get();
    }
    return plan.record(kind, id).get();
}

std::string ImportWork::nameOf(RecordKind kind, Id id) {
    const auto* found = record(kind, id);
    const auto value = found ? plan::recordInfo(kind).fields.front().get(found) : plan::Value{};
    const auto* name = std::get_if<std::string>(&value);
    return name ? *name : std::string{};
}

void ImportWork::alsoCreated(RecordKind kind, Id id, const std::string& name) {
    proposal.alsoCreated.push_back({kind, id, name});
}

RecordIndex& ImportWork::index(RecordKind kind) {
    auto& index = indexes_[static_cast<std::size_t>(kind)];
    if (!index) {
        index = std::make_unique<RecordIndex>();
        for (const auto id : plan.ids(kind)) {
            index->add(text::namesOf(plan, kind, id), id);
        }
    }
    return *index;
}

std::optional<Id> ImportWork::named(RecordKind kind, std::string_view name) {
    const auto& ids = index(kind).find(name);
    return ids.size() == 1 ? std::optional(ids.front()) : std::nullopt;
}

std::string keyOf(QuestionKind kind, std::string_view words) {
    static constexpr std::array<std::string_view, 6> kinds{"organisation", "theme", "audience",
                                                           "place",        "same",  "choice"};
    return std::string(kinds[static_cast<std::size_t>(kind)]) + ":" + text::folded(words);
}

const Answer* ImportWork::answered(const std::string& key) const {
    const auto found = answers_.find(key);
    return found == answers_.end() || found->second.kind == AnswerKind::undecided ? nullptr : &found->second;
}

Answer ImportWork::ask(QuestionKind kind, const std::string& words, std::size_t row,
                       const std::function<void(Question&)>& describe) {
    auto key = keyOf(kind, words);
    const auto [at, fresh] = questions_.emplace(key, proposal.questions.size());
    if (fresh) {
        Question question;
        question.key = key;
        question.kind = kind;
        question.words = words;
        describe(question);
        if (const auto* answer = answered(key)) {
            question.answer = *answer;
        }
        proposal.questions.push_back(std::move(question));
    }
    auto& question = proposal.questions[at->second];
    auto& last = lastRow_[key];
    if (last != row + 1) {
        last = row + 1;
        ++question.rows;
    }
    return question.answer;
}

void ImportWork::finish() {
    // References come after what they point to, by kind; within a kind in the order of the rows.
    std::ranges::stable_sort(drafts_, {}, [](const std::unique_ptr<Draft>& draft) { return draft->kind; });
    for (const auto& draft : drafts_) {
        const auto& info = plan::recordInfo(draft->kind);
        auto* row = draft->fromRow ? &proposal.rows[draft->row] : nullptr;
        if (!draft->before) {
            proposal.changes.insert(draft->kind, draft->id, draft->record.get());
        } else if (!info.equal(draft->before.get(), draft->record.get())) {
            proposal.changes.update(draft->kind, draft->id, draft->before.get(), draft->record.get());
        } else {
            continue;
        }
        if (row) {
            row->outcome = draft->before ? RowOutcome::updated : RowOutcome::added;
            row->fields = proposal.changes.list().back().fields;
        }
    }
    for (const auto& row : proposal.rows) {
        auto& counts = proposal.counts;
        (row.outcome == RowOutcome::added       ? counts.added
         : row.outcome == RowOutcome::updated   ? counts.updated
         : row.outcome == RowOutcome::unchanged ? counts.unchanged
                                                : counts.refused) += 1;
    }
    std::ranges::stable_sort(proposal.questions,
                             [](const Question& a, const Question& b) { return a.rows > b.rows; });
}

} // namespace wardmote::exchange
