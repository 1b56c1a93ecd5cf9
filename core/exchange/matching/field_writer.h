#pragma once
#include "core/exchange/matching/row_reader.h"
#include "core/exchange/matching/written_items.h"

namespace wardmote::exchange {

/// Entries that say nothing but whom or what they mean.
plan::Links linksTo(const std::set<plan::Id>& ids);

/// Writes the fields of one row into its record, reading their words leniently; collects what goes into the
/// notes. A part of writeRow(), apart so that lists have a file of their own.
struct FieldWriter {
    const SheetReader& sheet;
    std::size_t row;
    const RowContext& context;
    PlaceReader& places;
    plan::RecordKind kind;
    plan::Id id;
    bool filled; ///< an earlier row of the file is the same record
    std::vector<std::string> notes;

    void read(const plan::FieldInfo& field, std::string_view words);
    void readSpecials();
    void* record() const { return context.work.draft(kind, id).record.get(); }

private:
    /// Puts a value in, unless an earlier row of the file has said something else.
    void put(const plan::FieldInfo& field, const plan::Value& value) const;
    /// Adds entries to a list; of entries that are there, what the new ones say is written, the rest kept.
    void join(const plan::FieldInfo& field, plan::Links links) const;
    void differs(const plan::FieldInfo& field) const;
    /// The words could not be read as the field: said, and kept in the notes.
    void lost(const plan::FieldInfo& field, std::string_view words, const std::string& why);

    /// The one record that a written reference means.
    std::optional<plan::Id> resolved(plan::RecordKind target, const WrittenReference& reference) const;
    /// The areas that words mean; words that mean none are asked about, said and kept in the notes.
    ReadPlaces readAreas(const plan::FieldInfo& field, std::string_view words);
    void readPlaces(const plan::FieldInfo& field, std::string_view words);
    void readVocabularyList(const plan::FieldInfo& field, std::string_view words);
    void readAttendanceList(const plan::FieldInfo& field, std::string_view words);
    void readList(const plan::FieldInfo& field, std::string_view words);
    void readItem(const plan::FieldInfo& field, const WrittenItem& item);
    /// What the name of an item means as the key of its list: nothing where it means nothing here, several
    /// areas where it is the name of such.
    std::vector<plan::Value> keysOf(const plan::FieldInfo& field, const WrittenItem& item);
    plan::Value readAttribute(const plan::FieldInfo& cell, std::string_view words) const;

    void readReference(const plan::FieldInfo& field, std::string_view words);
    void readFrequency(const plan::FieldInfo& field, std::string_view words);
    void readPlain(const plan::FieldInfo& field, std::string_view words);
    bool readExact(const plan::FieldInfo& field, std::string_view words) const;
};

} // namespace wardmote::exchange
