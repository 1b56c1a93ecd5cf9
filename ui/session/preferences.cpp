#include "ui/session/preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace wardmote::ui {
namespace {

constexpr qsizetype recentPlansKept = 10;

class SystemPreferenceStore : public PreferenceStore {
public:
    QVariant value(const QString& key) const override { return settings_.value(key); }
    void setValue(const QString& key, const QVariant& value) override { settings_.setValue(key, value); }

private:
    QSettings settings_{QSettings::IniFormat, QSettings::UserScope, QStringLiteral("wardmote"),
                        QStringLiteral("wardmote")};
};

} // namespace

QVariant MemoryPreferenceStore::value(const QString& key) const {
    const auto at = values_.find(key);
    return at == values_.end() ? QVariant() : at->second;
}

void MemoryPreferenceStore::setValue(const QString& key, const QVariant& value) {
    values_[key] = value;
}

std::unique_ptr<PreferenceStore> systemPreferenceStore() {
    return std::make_unique<SystemPreferenceStore>();
}

Preferences::Preferences(std::unique_ptr<PreferenceStore> store, QObject* parent)
    : QObject(parent), store_(std::move(store)) {}

Preferences::~Preferences() = default;

ThemeChoice Preferences::theme() const {
    const int stored = get(preference::theme);
    return stored == int(ThemeChoice::light)  ? ThemeChoice::light
           : stored == int(ThemeChoice::dark) ? ThemeChoice::dark
                                              : ThemeChoice::system;
}

void Preferences::setTheme(ThemeChoice choice) {
    set(preference::theme, int(choice));
}

void Preferences::noteRecentPlan(const QString& path) {
    const auto absolute = QFileInfo(path).absoluteFilePath();
    auto plans = recentPlans();
    plans.removeAll(absolute);
    plans.prepend(absolute);
    set(preference::recentPlans, QStringList(plans.mid(0, recentPlansKept)));
}

void Preferences::forgetRecentPlan(const QString& path) {
    auto plans = recentPlans();
    plans.removeAll(QFileInfo(path).absoluteFilePath());
    set(preference::recentPlans, plans);
}

QString Preferences::folder(const QString& purpose) const {
    const auto last = get(preference::folder.of(purpose));
    if (!last.isEmpty() && QDir(last).exists()) {
        return last;
    }
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void Preferences::noteFolderOf(const QString& purpose, const QString& file) {
    set(preference::folder.of(purpose), QFileInfo(file).absolutePath());
}

} // namespace wardmote::ui
