#pragma once
#include "core/exchange/matching/import_work.h"

namespace wardmote::exchange {

/// What words say of the areas that something covers.
struct ReadPlaces {
    std::set<plan::Id> areas;
    bool wholePlan = false;
    std::vector<std::string> unknown; ///< words that are no place known here
};

/// Reads area names, codes, clusters' names, learnt place names, "parishes of A, B and C", "all 51 parishes",
/// "district" (the whole plan, where the row is about the plan's own council).
class PlaceReader {
public:
    explicit PlaceReader(ImportWork& work);

    /// True if a council's name or area is that of the plan; also where either is not known to differ.
    bool isOwnCouncil(std::string_view councilArea) const;
    ReadPlaces read(std::string_view words, bool ownCouncil);
    /// Asks which areas the words mean, for the row being read.
    Answer ask(const std::string& words);
    /// Codes separated by ; , or spaces.
    ReadPlaces readCodes(std::string_view codes, bool ownCouncil);

private:
    std::optional<std::set<plan::Id>> one(std::string_view name);
    bool isWholePlan(std::string_view words) const;
    bool isCouncilName(std::string_view words) const; ///< the plan's own council, by name
    std::set<plan::Id> ofKind(plan::AreaKind kind);

    ImportWork& work_;
    std::vector<std::string> councilNames_; ///< normalised, without "council"
    std::unordered_map<std::string, std::optional<std::set<plan::Id>>> known_;
    std::unordered_map<std::string, std::set<plan::Id>> groups_;   ///< "bath" of "Bath: Bathwick"
    std::unordered_map<std::string, std::set<plan::Id>> clusters_; ///< by the specific words of their names
    bool grouped_ = false;
    void group();
};

} // namespace wardmote::exchange
