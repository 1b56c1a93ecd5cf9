#include "tests/core/exchange/writing/random_plan.h"

#include "core/plan/change.h"

#include <array>
#include <cmath>
#include <iterator>

namespace wardmote::tests {
namespace {

using plan::FieldInfo;
using plan::FieldKind;
using plan::Value;

class Maker {
public:
    Maker(unsigned seed, int count) : random_(seed), ids_(seed) {
        for (const auto& info : plan::allRecordInfos()) {
            auto& list = idsOf_[static_cast<std::size_t>(info.kind)];
            for (int i = 0; i < (info.kind == plan::RecordKind::settings ? 1 : count); ++i) {
                list.push_back(info.kind == plan::RecordKind::settings ? 1 : ids_.next());
            }
        }
    }

    plan::Plan make() {
        plan::Plan plan;
        for (const auto& info : plan::allRecordInfos()) {
            for (const auto id : idsOf_[static_cast<std::size_t>(info.kind)]) {
                const auto record = info.make();
                info.setId(record.get(), id);
                for (const auto& field : info.fields) {
                    if (chance(3) || &field == &info.fields.front()) {
                        field.set(record.get(), valueFor(field));
                    }
                }
                plan.put(info.kind, record);
            }
        }
        return plan;
    }

private:
    bool chance(unsigned of) { return random_() % of != 0; }
    int between(int low, int high) {
        return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
    }

    std::string text() {
        static const std::string pieces[] = {"Keynsham",
                                             "Bath, Twerton",
                                             "; ",
                                             "\"quoted\"",
                                             "(x)",
                                             "=1+1",
                                             "'",
                                             "'=",
                                             "+44 1225",
                                             "-",
                                             "@",
                                             " ",
                                             "  ",
                                             "\n",
                                             "\t",
                                             "a=b",
                                             "[12]",
                                             "E04000988",
                                             "007",
                                             "<&>",
                                             "1.50",
                                             "\xC3\xA9",
                                             "\xF0\x9F\x98\x80",
                                             "_x000D_",
                                             "|",
                                             "#"};
        std::string result;
        for (int i = between(1, 4); i > 0; --i) {
            result += pieces[random_() % std::size(pieces)];
        }
        return result;
    }

    plan::Id anyOf(plan::RecordKind kind) {
        const auto& list = idsOf_[static_cast<std::size_t>(kind)];
        return list[random_() % list.size()];
    }

    Value valueFor(const FieldInfo& field) {
        switch (field.kind) {
        case FieldKind::text:
        case FieldKind::longText:
            return text();
        case FieldKind::recurrence:
            return std::string("FREQ=MONTHLY;BYDAY=2TU");
        case FieldKind::integer:
            return std::int64_t{between(-5, 2'000'000)};
        case FieldKind::number:
            return chance(2) ? between(0, 1'000) / 8.0 : std::ldexp(static_cast<double>(random_()), -40);
        case FieldKind::money:
            return std::int64_t{between(-100'000, 100'000'000)};
        case FieldKind::flag:
            return chance(2);
        case FieldKind::date:
            return plan::Date{between(1850, 2100), between(1, 12), between(1, 28)}.iso();
        case FieldKind::time:
            return plan::Time{between(0, 1439)}.iso();
        case FieldKind::choice:
            return std::string(field.choices[random_() % field.choices.size()].key);
        case FieldKind::reference:
            return anyOf(field.target);
        case FieldKind::shape:
            return shape();
        case FieldKind::links:
            return links(field);
        }
        return {};
    }

    Value shape() {
        plan::Shape made;
        for (int i = between(1, 2); i > 0; --i) {
            const double x = 300'000 + static_cast<double>(random_()) / 1e5;
            const double y = 150'000 + static_cast<double>(random_()) / 1e5;
            made.polygons.push_back({{{x, y}, {x + 900.1, y}, {x + 900.1, y + 900.7}},
                                     {{x + 500, y + 10}, {x + 600, y + 10}, {x + 600, y + 90}}});
        }
        return std::make_shared<const plan::Shape>(std::move(made));
    }

    Value links(const FieldInfo& field) {
        plan::Links made;
        for (int i = between(1, 3); i > 0; --i) {
            plan::Link link;
            for (const auto& cell : field.linkFields) {
                link.cells.push_back(link.cells.empty() || chance(2) ? valueFor(cell) : Value{});
            }
            made.push_back(std::move(link));
        }
        return made;
    }

    std::mt19937 random_;
    plan::IdSource ids_;
    std::array<std::vector<plan::Id>, plan::recordKindCount> idsOf_;
};

} // namespace

plan::Plan randomPlan(unsigned seed, int recordsOfAKind) {
    return Maker(seed, recordsOfAKind).make();
}

} // namespace wardmote::tests
