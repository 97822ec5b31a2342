// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/domain/Script.h"

#include <QTest>

//! A table of rules: after a story, what comes of one more command.
namespace sprechtag::office::script {

inline void ruleColumns()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("outcome");
}

inline void rule(const char *sentence, const char *story, const char *command, const char *outcome)
{
    QTest::newRow(sentence) << QString::fromLatin1(story) << QString::fromLatin1(command)
                            << QString::fromLatin1(outcome);
}

inline void checkRule()
{
    QFETCH(QString, story);
    QFETCH(QString, command);
    QFETCH(QString, outcome);
    Story told(story);
    QCOMPARE(told.error(), QString());
    QCOMPARE(told.outcomeOf(command), outcome);
}

} // namespace sprechtag::office::script
