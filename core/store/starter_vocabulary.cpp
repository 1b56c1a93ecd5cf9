#include "core/store/starter_vocabulary.h"

#include <array>
#include <string_view>

namespace wardmote::store {
namespace {

struct Entry {
    std::string_view name;
    std::string_view words; ///< separated by '|', lower case
};

constexpr std::array themes{
    Entry{"Community safety",
          "crime|anti-social behaviour|asb|policing|police|domestic abuse|hate crime|drugs|pact|csp"},
    Entry{"Roads and transport",
          "highways|traffic|parking|buses|public transport|cycling|walking|road safety|"
          "speeding|transport|active travel"},
    Entry{"Housing",
          "homelessness|tenancy|estates|affordable housing|repairs|private renting|housing management"},
    Entry{"Planning and development", "planning|neighbourhood planning|local plan|regeneration|conservation|"
                                      "heritage|land use"},
    Entry{"Streets and open spaces", "street scene|parks|green spaces|litter|fly-tipping|grounds maintenance|"
                                     "allotments|dog fouling|public realm|trees"},
    Entry{"Waste and recycling", "recycling|waste|refuse|bins|household waste"},
    Entry{"Climate and environment",
          "climate|climate emergency|energy|biodiversity|nature|air quality|carbon|"
          "sustainability|environment"},
    Entry{"Flooding and emergencies", "flood|flooding|resilience|emergency planning|drainage|fire safety"},
    Entry{"Health and wellbeing", "public health|nhs|gp|primary care|mental health|wellbeing|healthy living|"
                                  "hospital|patients|integrated care"},
    Entry{"Adult social care",
          "social care|adult care|carers|safeguarding adults|independent living|dementia|"
          "learning disability"},
    Entry{"Children and families", "children|early years|children's centre|safeguarding children|parenting|"
                                   "family support|send"},
    Entry{"Young people", "youth|youth services|youth council|youth work"},
    Entry{"Schools and learning", "education|schools|adult learning|skills|training|libraries|college"},
    Entry{"Jobs and local economy",
          "economy|economic development|employment|business|high street|town centre|"
          "tourism|apprenticeships"},
    Entry{"Poverty and cost of living",
          "poverty|financial inclusion|debt|benefits|food bank|welfare|money advice|"
          "fuel poverty"},
    Entry{"Equality and cohesion",
          "equality|diversity|inclusion|cohesion|integration|faith|race|disability access"},
    Entry{"Voluntary and community action",
          "voluntary sector|vcs|vcse|volunteering|community development|grants|"
          "community groups|capacity building"},
    Entry{"Culture, sport and leisure", "arts|culture|sport|leisure|events|museums|play|festivals"},
    Entry{"Rural and farming life", "rural|farming|agriculture|villages|broadband"},
    Entry{"Council budget and services", "budget|council tax|corporate plan|customer services|performance|"
                                         "scrutiny|cabinet"},
    Entry{"Parish and local councils", "parish liaison|parish charter|local councils|town council|devolution|"
                                       "parishes"},
};

constexpr std::array audiences{
    Entry{"Residents of an area", "residents|local residents|local people|householders|community|communities|"
                                  "neighbours"},
    Entry{"Tenants and leaseholders",
          "tenants|leaseholders|tenant|council tenants|housing association tenants"},
    Entry{"Young people", "youth|teenagers|young adults|children and young people|students"},
    Entry{"Older people", "older residents|over 50s|over 60s|pensioners|elderly|senior citizens"},
    Entry{"Parents and families", "parents|families|mums|dads|parents and carers"},
    Entry{"Carers", "unpaid carers|family carers|young carers"},
    Entry{"Patients and service users", "patients|service users|users of services|clients|customers"},
    Entry{"Parish and town councils", "parish councils|town councils|local councils|parish clerks|"
                                      "parish councillors"},
    Entry{"Councillors", "members|elected members|ward councillors|ward members"},
    Entry{"Voluntary and community organisations",
          "voluntary organisations|voluntary sector|community groups|vcs|"
          "vcse|charities|third sector|residents' associations"},
    Entry{"Businesses", "traders|employers|retailers|local business|business community|chamber of commerce|"
                        "landlords"},
    Entry{"Faith groups", "churches|mosques|faith leaders|faith communities"},
    Entry{"Partner agencies", "partners|agencies|police|fire|nhs|stakeholders|professionals"},
    Entry{"Gypsy, Roma and Traveller communities", "gypsies|travellers|roma|boaters|traveller community"},
    Entry{"Armed forces and veterans", "armed forces|veterans|service families|military"},
    Entry{"New arrivals and refugees", "refugees|asylum seekers|migrants|new communities|resettled families"},
    Entry{"People on low incomes", "low income|people in poverty|benefit claimants|financially excluded"},
    Entry{"Farmers and rural businesses", "farmers|rural communities|landowners|smallholders"},
};

/// Section 4 of the Equality Act 2010.
constexpr std::array characteristics{
    Entry{"Age", "all ages|age groups"},
    Entry{"Disability", "disabled people|people with disabilities|learning disabilities|physical impairment|"
                        "sensory impairment|deaf people|blind people|mental health service users"},
    Entry{"Gender reassignment", "trans people|transgender|transgender people"},
    Entry{"Marriage and civil partnership", "married people|civil partners"},
    Entry{"Pregnancy and maternity", "pregnant women|new mothers|expectant parents"},
    Entry{"Race", "ethnic minorities|minority ethnic communities|bme|bame|black and minority ethnic|"
                  "global majority"},
    Entry{"Religion or belief", "faith|religion|belief|religious groups"},
    Entry{"Sex", "women|men|women and girls|gender"},
    Entry{"Sexual orientation", "lgbt|lgbtq|lgbtq+|lgbt+|lesbian|gay|bisexual"},
};

std::vector<plan::Words> wordsOf(std::string_view list) {
    std::vector<plan::Words> words;
    while (!list.empty()) {
        const auto end = std::min(list.find('|'), list.size());
        words.push_back({std::string(list.substr(0, end))});
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

} // namespace

plan::Changes starterVocabulary(plan::IdSource& ids) {
    plan::Changes changes;
    for (const auto& [name, words] : themes) {
        changes.insert(
            plan::Theme{.id = ids.next(), .name = std::string(name), .words = wordsOf(words), .notes = {}});
    }
    changes.insert(
        plan::Audience{.id = ids.next(),
                       .name = "Everyone",
                       .everyone = true,
                       .protectedCharacteristic = {},
                       .words = wordsOf("all|all residents|general public|the public|public|anyone|"
                                        "whole community|open to all"),
                       .notes = {}});
    const auto add = [&](const Entry& entry, std::optional<bool> isProtected) {
        changes.insert(plan::Audience{.id = ids.next(),
                                      .name = std::string(entry.name),
                                      .everyone = {},
                                      .protectedCharacteristic = isProtected,
                                      .words = wordsOf(entry.words),
                                      .notes = {}});
    };
    for (const auto& entry : audiences) {
        add(entry, std::nullopt);
    }
    for (const auto& entry : characteristics) {
        add(entry, true);
    }
    return changes;
}

} // namespace wardmote::store
