#pragma once
#include "ui/widgets/prompts.h"

#include <QStringList>

#include <QPdfWriter>

#include <deque>

namespace wardmote::tests {

/// Answers prompts from a script and remembers what was asked. A prompt without a scripted answer is
/// cancelled.
class ScriptedPrompts : public ui::Prompts {
public:
    std::deque<bool> confirmations;
    std::deque<QString> texts;
    std::deque<QString> choices;
    std::deque<std::vector<int>> severalChoices;
    std::deque<QString> filesToOpen;
    std::deque<QString> filesToSave;
    std::deque<QString> filesToPrintTo; ///< a printer is a PDF here

    QStringList informed; ///< messages
    QStringList warned;
    QStringList asked;   ///< messages of confirmations and questions
    QStringList offered; ///< of the last choice of several

    void inform(QWidget*, const QString&, const QString& message) override { informed << message; }
    void warn(QWidget*, const QString&, const QString& message) override { warned << message; }
    bool confirm(QWidget*, const QString&, const QString& message, const QString&) override {
        asked << message;
        return take(confirmations).value_or(false);
    }
    std::optional<QString> text(QWidget*, const QString&, const QString&, const QString&) override {
        return take(texts);
    }
    std::optional<QString> choose(QWidget*, const QString&, const QString&, const QStringList&) override {
        return take(choices);
    }
    std::optional<std::vector<int>> chooseSeveral(QWidget*, const QString&, const QString& question,
                                                  const QStringList& options,
                                                  const std::vector<int>&) override {
        asked << question;
        offered = options;
        return take(severalChoices);
    }
    std::optional<QString> openFile(QWidget*, const QString&, const QString&) override {
        return take(filesToOpen);
    }
    std::optional<QString> saveFile(QWidget*, const QString&, const QString&, const QString&) override {
        return take(filesToSave);
    }
    std::optional<ui::PrintChoice> printer(QWidget*, const QString&, int pages) override {
        const auto file = take(filesToPrintTo);
        if (!file) {
            return std::nullopt;
        }
        auto writer = std::make_unique<QPdfWriter>(*file);
        writer->setPageSize(QPageSize(QPageSize::A4));
        writer->setPageMargins({});
        return ui::PrintChoice{std::move(writer), 1, pages};
    }

private:
    template<class T>
    static std::optional<T> take(std::deque<T>& answers) {
        if (answers.empty()) {
            return std::nullopt;
        }
        auto answer = answers.front();
        answers.pop_front();
        return answer;
    }
};

} // namespace wardmote::tests
