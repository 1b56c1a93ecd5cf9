#pragma once
#include "core/exchange/matching/import_proposal.h"

#include <QWidget>

class QVBoxLayout;

namespace wardmote::ui {

class ImportJob;
class Prompts;

/// What the importer asks: words it does not know, names that are like known ones. Each question once,
/// whatever the number of rows; none has to be answered.
class QuestionsPanel : public QWidget {
    Q_OBJECT
public:
    QuestionsPanel(ImportJob& job, Prompts& prompts, QWidget* parent = nullptr);

    void refresh();

private:
    QWidget* answerControl(const exchange::Question& question, int number);
    void chooseAreas(const exchange::Question& question);

    ImportJob& job_;
    Prompts& prompts_;
    QVBoxLayout* list_ = nullptr;
};

} // namespace wardmote::ui
