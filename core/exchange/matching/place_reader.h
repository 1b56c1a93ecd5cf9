#pragma once
#include "core/exchange/matching/import_work.h"

namespace wardmote::exchange {

/// What words say of the areas that something covers.
struct ReadPlaces {
    std::set<plan::Id> areas;
    bool wholePlan = false;
    std::vector<std::string> unknown; ///< words that are no place known here
    /// Where words could mean an area as well as a cluster: which they were read as, in sentences.
    std::vector<std::string> understood{};
};

/// Reads area names, codes, clusters' names, learnt place names, "parishes of A, B and C", "all 51 parishes",
/// "district" (the whole plan, where the row is about the plan's own council).
///
/// A name that an area and a cluster share means the area. In a list it means the cluster only where all of
/// the list are clusters and not all of it are areas ("Keynsham; Chew Valley; Somer Valley").
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
    /// What a name stands for: either, both or neither.
    struct Meaning {
        std::optional<std::set<plan::Id>> areas;
        std::optional<std::set<plan::Id>> cluster;
        std::string clusterName;
        bool isClusterName = false; ///< the very name of the cluster, but for case and punctuation
        bool several = false;       ///< more than one area is called so: neither can be chosen for a person

        bool isAny() const { return areas || (cluster && !several); }
        /// Which of them matters to what is recorded.
        bool isEither() const { return areas && cluster && *areas != *cluster; }
        const std::set<plan::Id>& theOne() const { return areas ? *areas : *cluster; }
    };
    struct NamedCluster {
        std::string name;
        std::set<plan::Id> areas;
        bool operator==(const NamedCluster&) const = default;
    };
    const Meaning& meaningOf(std::string_view name);
    std::optional<std::set<plan::Id>> areasNamed(std::string_view words);
    void findCluster(std::string_view name, Meaning& meaning) const;
    std::optional<std::set<plan::Id>> one(std::string_view name);
    /// A list in which every name is an area's, or every name a cluster's; false where it is neither.
    bool readList(const std::vector<std::string>& parts, ReadPlaces& places);
    /// "Keynsham; Saltford" lists areas and is not the cluster "Keynsham and Saltford"; its very name is.
    /// False for words that are not both.
    bool readAsListOrCluster(const std::string& words, ReadPlaces& places);
    std::string readAs(std::string_view words, const Meaning& meaning, bool asCluster) const;
    bool isWholePlan(std::string_view words) const;
    bool isCouncilName(std::string_view words) const; ///< the plan's own council, by name
    std::set<plan::Id> ofKind(plan::AreaKind kind);

    ImportWork& work_;
    std::vector<std::string> councilNames_; ///< normalised, without "council"
    std::unordered_map<std::string, Meaning> known_;
    std::unordered_map<std::string, std::set<plan::Id>> groups_;  ///< "bath" of "Bath: Bathwick"
    std::unordered_map<std::string, std::set<plan::Id>> plainly_; ///< "keynsham" of "Keynsham Town"
    std::unordered_map<std::string, NamedCluster> clusters_;      ///< by the specific words of their names
    bool grouped_ = false;
    void group();
};

} // namespace wardmote::exchange
