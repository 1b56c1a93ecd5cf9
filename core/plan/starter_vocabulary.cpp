#include "core/plan/starter_vocabulary.h"

#include <array>

namespace wardmote::plan {
namespace {

constexpr std::array themes{
    StarterWord{
        "Local priorities",
        "general locality engagement|locality engagement|local priorities|local concerns|local services|"
        "neighbourhood issues|neighbourhood engagement|connecting communities|locality action planning|"
        "local planning|neighbourhood plan|city governance|delegated decisions|meet your councillor|area "
        "working"},
    StarterWord{"Community safety",
                "policing|crime|anti-social behaviour|asb|police|public safety|crime and disorder"},
    StarterWord{"Fire safety", "fire|home fire safety|fire and rescue"},
    StarterWord{"Health and wellbeing", "health|health and care|public health|mental health|wellbeing|nhs|"
                                        "health and wellbeing strategy|covid-19 support|healthcare"},
    StarterWord{"Adult social care", "social care|care|carers|adult care"},
    StarterWord{"Older people", "ageing|older residents"},
    StarterWord{"Children and young people",
                "children and families|young people|youth|youth services|early years|families|youth "
                "funding|children"},
    StarterWord{"Education and skills", "education|schools|skills|learning|adult learning|training"},
    StarterWord{"Housing", "tenants|social housing|homelessness|housing and homelessness"},
    StarterWord{"Planning",
                "local plan|neighbourhood planning|development|planning policy|planning applications|"
                "long-term planning|community planning"},
    StarterWord{"Transport and highways",
                "transport|highways|roads|traffic|parking|public transport|buses|cycling|"
                "licensing of taxis|taxis|road safety"},
    StarterWord{"Waste and street scene",
                "waste|recycling|street cleaning|litter|refuse|streets|street scene|cleansing"},
    StarterWord{"Environment and climate",
                "environment|climate emergency|climate|climate change|green spaces|parks|"
                "flooding|biodiversity|nature|fisheries|open spaces"},
    StarterWord{"Economy and regeneration",
                "economy|regeneration|business|employment|jobs|town centre|licensing|"
                "economic development|high street|tourism"},
    StarterWord{"Cost of living", "poverty|financial inclusion|welfare|debt|food|refugees|advice"},
    StarterWord{"Culture and heritage", "arts|culture|heritage|libraries|museums|events"},
    StarterWord{"Sport and leisure", "leisure|sport|play|recreation|physical activity"},
    StarterWord{
        "Equality and inclusion",
        "equalities|equality|equality, diversity and inclusion|diversity|edi|disability|inclusion|faith"},
    StarterWord{
        "Voluntary and community sector",
        "voluntary sector|volunteering|communities|strength-based communities|community resilience|vcs|"
        "third sector|rural communities|community centre|community facilities"},
    StarterWord{"Grants and funding",
                "grants|small grants|participatory grants|funding decisions|small projects|"
                "neighbourhood cil|community empowerment fund|neighbourhood budget|funding"},
    StarterWord{
        "Council and parish relations",
        "parish councils|parish governance|parish cooperation|town and parish councils|local councils|"
        "council and parish|community governance"},
    StarterWord{
        "Partnership and strategy",
        "partnership governance|local strategic partnership|community strategy|coordination of forums|"
        "corporate plan|strategy|budget|council services|services|resident representation|"
        "resident engagement with public services|participation|consultation|consultation on engagement|"
        "mapping of consultation and engagement|petitions|engagement"},
};

constexpr std::array audiences{
    StarterWord{"Everyone",
                "all residents|residents|the public|general public|public|local people|community|"
                "all|local residents|citizens|anyone with an interest in the area|whole community",
                true},
    StarterWord{"Young people", "youth|children and young people|young adults|children|age: young", false,
                true},
    StarterWord{"Older people", "elderly|seniors|over 50s|over 65s|pensioners|older residents|age: older",
                false, true},
    StarterWord{"Disabled people", "disability|people with disabilities|disabled residents|disabled", false,
                true},
    StarterWord{"Gender reassignment", "trans people|transgender people", false, true},
    StarterWord{"Marriage and civil partnership", "", false, true},
    StarterWord{"Pregnancy and maternity", "new parents|expectant mothers|pregnant women", false, true},
    StarterWord{"Race",
                "black and minority ethnic communities|bme|bame|ethnic minorities|race equality|"
                "gypsies and travellers|global majority",
                false, true},
    StarterWord{"Religion or belief", "faith communities|faith groups|religion|churches|interfaith", false,
                true},
    StarterWord{"Sex", "women|men|women and girls|gender", false, true},
    StarterWord{"Sexual orientation", "lgbt|lgbtq|lgbtq+|lgbt+|lesbian gay and bisexual people", false, true},
    StarterWord{"Tenants and leaseholders", "tenants|council tenants|leaseholders|social housing tenants"},
    StarterWord{"Families and parents", "families|parents|parents and carers"},
    StarterWord{"Carers", "unpaid carers|family carers"},
    StarterWord{"Patients and service users", "patients|service users|users"},
    StarterWord{"Businesses", "local businesses|traders|business|business community|retailers|employers"},
    StarterWord{
        "Voluntary and community groups",
        "voluntary organisations|community groups|vcs|charities|voluntary sector|third sector|"
        "voluntary and community organisations|voluntary and community sector|community organisations|"
        "voluntary, community and faith organisations|voluntary and community sector organisations"},
    StarterWord{"Residents' groups", "residents associations|residents groups|residents' associations|"
                                     "residents organisations|tenants and residents associations"},
    StarterWord{
        "Parish and town councils",
        "parish councils|town councils|town and parish councils|parish and town councils|local councils|"
        "parish clerks|parish, town and city councils|parishes"},
    StarterWord{"Rural communities", "rural residents|rural|rural community organisations"},
};

std::vector<Words> wordsOf(std::string_view list) {
    std::vector<Words> words;
    while (!list.empty()) {
        const auto end = std::min(list.find('|'), list.size());
        words.push_back({std::string(list.substr(0, end))});
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

} // namespace

std::span<const StarterWord> starterThemes() {
    return themes;
}

std::span<const StarterWord> starterAudiences() {
    return audiences;
}

Theme themeOf(const StarterWord& word, Id id) {
    Theme theme;
    theme.id = id;
    theme.name = word.name;
    theme.words = wordsOf(word.words);
    return theme;
}

Audience audienceOf(const StarterWord& word, Id id) {
    Audience audience;
    audience.id = id;
    audience.name = word.name;
    audience.words = wordsOf(word.words);
    if (word.everyone) {
        audience.everyone = true;
    }
    if (word.protectedCharacteristic) {
        audience.protectedCharacteristic = true;
    }
    return audience;
}

Changes starterVocabulary(IdSource& ids) {
    Changes changes;
    for (const auto& word : themes) {
        changes.insert(themeOf(word, ids.next()));
    }
    for (const auto& word : audiences) {
        changes.insert(audienceOf(word, ids.next()));
    }
    return changes;
}

} // namespace wardmote::plan
