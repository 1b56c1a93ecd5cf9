#pragma once
#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <map>
#include <memory>

namespace wardmote::ui {

/// A setting of the person at this machine: its key and what holds while nothing is set. Never part of a
/// plan.
template<class T>
struct Preference {
    QString key;
    T fallback{};
    /// The same setting kept apart for one table, dialog or kind of file.
    Preference of(const QString& name) const { return {key + u'/' + name, fallback}; }
};

enum class ThemeChoice { system, light, dark };

/// Every setting there is. Nothing else in the program names a key.
namespace preference {
inline const Preference<int> theme{QStringLiteral("window/theme"), int(ThemeChoice::system)};
inline const Preference<QByteArray> geometry{QStringLiteral("window/geometry"), {}};
inline const Preference<QByteArray> windowState{QStringLiteral("window/state"), {}};
inline const Preference<bool> inspectorShown{QStringLiteral("window/inspector"), true};
inline const Preference<QString> page{QStringLiteral("window/page"), QStringLiteral("overview")};
inline const Preference<QStringList> recentPlans{QStringLiteral("plans/recent"), {}};
inline const Preference<QString> author{QStringLiteral("plans/author"), {}};
/// of("plan"), of("import"), of("report")...: the folder that a file of this purpose came from last.
inline const Preference<QString> folder{QStringLiteral("folders"), {}};
/// of("mechanisms")...: the fields' keys shown by a table, in order; empty: the table's own choice.
inline const Preference<QStringList> columns{QStringLiteral("columns"), {}};
/// of("mechanisms")...: QHeaderView::saveState().
inline const Preference<QByteArray> header{QStringLiteral("headers"), {}};
/// of("duplication")...: QSplitter::saveState().
inline const Preference<QByteArray> splitter{QStringLiteral("splitters"), {}};
/// of("overlap/services")...: an answer that a page keeps in words of its own.
inline const Preference<QString> choice{QStringLiteral("choices"), {}};
/// of("duplication/undecided")...: a switch that a page keeps.
inline const Preference<bool> option{QStringLiteral("options"), false};
} // namespace preference

/// Where settings lie: the system's place for them, or memory in tests.
class PreferenceStore {
public:
    virtual ~PreferenceStore() = default;
    virtual QVariant value(const QString& key) const = 0; ///< invalid while nothing is set
    virtual void setValue(const QString& key, const QVariant& value) = 0;
};

class MemoryPreferenceStore : public PreferenceStore {
public:
    QVariant value(const QString& key) const override;
    void setValue(const QString& key, const QVariant& value) override;

private:
    std::map<QString, QVariant> values_;
};

/// Through QSettings, in the user's own folder; a file that can't be written is not an error, settings then
/// last as long as the program runs.
std::unique_ptr<PreferenceStore> systemPreferenceStore();

/// Typed access to the settings. On the UI thread.
class Preferences : public QObject {
    Q_OBJECT
public:
    explicit Preferences(std::unique_ptr<PreferenceStore> store, QObject* parent = nullptr);
    ~Preferences() override;

    /// The fallback too where something of another type is stored.
    template<class T>
    T get(const Preference<T>& preference) const {
        const QVariant value = store_->value(preference.key);
        return value.isValid() && value.canConvert<T>() ? value.value<T>() : preference.fallback;
    }
    template<class T>
    void set(const Preference<T>& preference, const T& value) {
        if (get(preference) != value) {
            store_->setValue(preference.key, QVariant::fromValue(value));
            Q_EMIT changed(preference.key);
        }
    }

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    /// Newest first, at most ten, absolute paths; plans that are gone stay listed until forgotten.
    QStringList recentPlans() const { return get(preference::recentPlans); }
    void noteRecentPlan(const QString& path);
    void forgetRecentPlan(const QString& path);

    /// The folder for a file dialog of this purpose: the last one used that still exists, else the user's
    /// documents.
    QString folder(const QString& purpose) const;
    void noteFolderOf(const QString& purpose, const QString& file);

Q_SIGNALS:
    void changed(const QString& key);

private:
    std::unique_ptr<PreferenceStore> store_;
};

} // namespace wardmote::ui
