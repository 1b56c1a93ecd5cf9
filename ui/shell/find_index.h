#pragma once
#include "core/plan/plan.h"

#include <QIcon>
#include <QString>

#include <functional>
#include <vector>

namespace wardmote::ui {

/// Something that can be found by name: a record, a page, a command.
struct Findable {
    QString name;
    QString kind; ///< "mechanism", "page", "command"
    QString more; ///< other words it is found by: a GSS code, other names
    QString keys; ///< of a command
    std::function<void()> go;
    QString folded{}; ///< filled in by FindIndex
};

/// All that can be found, ready to be asked at each key press.
class FindIndex {
public:
    void clear() { all_.clear(); }
    void add(Findable findable);
    void append(FindIndex other);
    /// Those that hold every word of the question, best first: the name itself, then names that begin with
    /// it, then a word of the name that does, then anywhere; shorter names first. None for a blank question
    /// but the first ones added.
    std::vector<const Findable*> find(const QString& question, std::size_t most = 40) const;

private:
    std::vector<Findable> all_;
};

/// Lower case, without accents and signs, words separated by one space.
QString foldedForSearch(const QString& text);

using OpenRecord = std::function<void(plan::RecordKind, plan::Id)>;
/// Adds the plan's named records that a person looks for. On any thread.
void addRecords(FindIndex& index, const plan::Plan& plan, const OpenRecord& open);
/// How many that are.
std::size_t recordsToFind(const plan::Plan& plan);

} // namespace wardmote::ui
