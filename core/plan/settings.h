#pragma once
#include "core/plan/meeting.h"

namespace wardmote::plan {

/// What an hour of a grade's time is worth, non-cashable.
struct GradeRate {
    std::string grade;
    std::optional<Money> perHour;
    std::optional<bool> withOnCosts;
    bool operator==(const GradeRate&) const = default;
};
template<>
struct Schema<GradeRate> {
    static constexpr std::array fields{
        field<&GradeRate::grade>("grade", "Grade", {.required = true}),
        field<&GradeRate::perHour>("per_hour", "An hour", {.unit = "£", .minimum = 0}),
        field<&GradeRate::withOnCosts>("with_on_costs", "With on-costs"),
    };
    static_assert(describesEveryCell<GradeRate>());
};

/// The plan itself: one record, always with id 1. Weights, thresholds and limits have the defaults of the
/// method note and are the plan's own to change.
struct Settings {
    Id id = 1;
    std::string name;
    Ref<Organisation> ownCouncil;
    std::string clusterWord = "cluster";
    std::string clusterWordPlural = "clusters";
    std::string areaWords = "parishes and wards";
    int financialYearStartMonth = 4;
    Ref<Arrangement> arrangementInForce;
    std::vector<GradeRate> gradeRates;
    std::optional<bool> useFeesRulesRate;
    std::optional<double> assumedTravelHours;
    std::optional<double> assumedReadingHours;
    std::optional<double> assumedOrganisingHours;
    double weightPlace = 0.35;
    double weightPurpose = 0.30;
    double weightAudience = 0.15;
    double weightAttendance = 0.20;
    double duplicationThreshold = 0.60;
    double confidenceNeeded = 0.50;
    double placeNeeded = 0.50;
    double containmentHigh = 0.90;
    double purposeShared = 0.30;
    std::optional<int> residentsMinimum;
    std::optional<int> residentsMaximum;
    std::optional<double> tolerancePercent;
    std::optional<int> meetingsAWeekLimit;
    std::optional<int> meetingsAMonthLimit;
    std::vector<Words> attributions;
    std::string notes;
    bool operator==(const Settings&) const = default;
};
template<>
struct Schema<Settings> {
    using R = Settings;
    static constexpr std::string_view table = "plan";
    static constexpr std::array fields{
        field<&R::name>("name", "Plan", {.required = true}),
        field<&R::ownCouncil>(
            "own_council", "Council",
            {.help = "The council that plans; it counts by service where attendance is compared."}),
        field<&R::clusterWord>("cluster_word", "Word for one cluster",
                               {.help = "What the council calls a cluster: area forum, network, hub.",
                                .group = "Words",
                                .required = true}),
        field<&R::clusterWordPlural>("cluster_word_plural", "Word for several",
                                     {.group = "Words", .required = true}),
        field<&R::areaWords>("area_words", "Words for areas", {.group = "Words", .required = true}),
        field<&R::financialYearStartMonth>("financial_year_start_month", "Financial year starts in month",
                                           {.required = true, .minimum = 1, .maximum = 12}),
        field<&R::arrangementInForce>("arrangement_in_force", "Arrangement in force"),
        field<&R::gradeRates>("grade_rates", "Hourly rates by grade",
                              {.help = "Grade mid-points with on-costs are what a finance officer accepts.",
                               .group = "Assumptions"}),
        field<&R::useFeesRulesRate>("use_fees_rules_rate", "Use £25 an hour",
                                    {.help = "The estimating rate of the freedom of information fees rules, "
                                             "where no grade rate is recorded. It is not a cost.",
                                     .group = "Assumptions"}),
        field<&R::assumedTravelHours>("assumed_travel_hours", "Travel assumed",
                                      {.help = "For each person and meeting, where a mechanism records none.",
                                       .unit = "hours",
                                       .group = "Assumptions",
                                       .minimum = 0,
                                       .maximum = 24}),
        field<&R::assumedReadingHours>(
            "assumed_reading_hours", "Reading assumed",
            {.help = "For each person and meeting, where a mechanism records none.",
             .unit = "hours",
             .group = "Assumptions",
             .minimum = 0,
             .maximum = 24}),
        field<&R::assumedOrganisingHours>("assumed_organising_hours", "Organising assumed",
                                          {.help = "For each meeting, where a mechanism records none.",
                                           .unit = "hours",
                                           .group = "Assumptions",
                                           .minimum = 0,
                                           .maximum = 200}),
        field<&R::weightPlace>("weight_place", "Weight of place",
                               {.group = "Duplication", .required = true, .minimum = 0, .maximum = 1}),
        field<&R::weightPurpose>("weight_purpose", "Weight of purpose",
                                 {.group = "Duplication", .required = true, .minimum = 0, .maximum = 1}),
        field<&R::weightAudience>("weight_audience", "Weight of audience",
                                  {.group = "Duplication", .required = true, .minimum = 0, .maximum = 1}),
        field<&R::weightAttendance>("weight_attendance", "Weight of attendance",
                                    {.group = "Duplication", .required = true, .minimum = 0, .maximum = 1}),
        field<&R::duplicationThreshold>(
            "duplication_threshold", "Score of a possible duplicate",
            {.group = "Duplication", .required = true, .minimum = 0, .maximum = 1}),
        field<&R::confidenceNeeded>("confidence_needed", "Confidence needed for a score",
                                    {.group = "Duplication", .required = true, .minimum = 0, .maximum = 1}),
        field<&R::placeNeeded>("place_needed", "Place needed for a possible duplicate",
                               {.group = "Duplication", .required = true, .minimum = 0, .maximum = 1}),
        field<&R::containmentHigh>("containment_high", "Containment that counts as nested",
                                   {.group = "Duplication", .required = true, .minimum = 0, .maximum = 1}),
        field<&R::purposeShared>("purpose_shared", "Purpose that counts as shared",
                                 {.group = "Duplication", .required = true, .minimum = 0, .maximum = 1}),
        field<&R::residentsMinimum>("residents_minimum", "Residents, at least",
                                    {.group = "Target for clusters", .minimum = 0}),
        field<&R::residentsMaximum>("residents_maximum", "Residents, at most",
                                    {.group = "Target for clusters", .minimum = 0}),
        field<&R::tolerancePercent>(
            "tolerance_percent", "Tolerance",
            {.unit = "%", .group = "Target for clusters", .minimum = 0, .maximum = 100}),
        field<&R::meetingsAWeekLimit>("meetings_a_week_limit", "Meetings a week, at most",
                                      {.help = "For one organisation; weeks over it are shown as load.",
                                       .group = "Meeting load",
                                       .minimum = 1,
                                       .maximum = 100}),
        field<&R::meetingsAMonthLimit>(
            "meetings_a_month_limit", "Meetings a month, at most",
            {.help = "For one organisation.", .group = "Meeting load", .minimum = 1, .maximum = 400}),
        field<&R::attributions>("attributions", "Attribution lines",
                                {.help = "Shown on every map, as the boundary data demands."}),
        field<&R::notes>("notes", "Notes", {.longText = true}),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
