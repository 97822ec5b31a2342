// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/domain/office/WaitEstimate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sprechtag;
using namespace sprechtag::office;
using namespace Qt::StringLiterals;

//! The range of a wait: the samples to which the page is held, too, and what holds for every number.
class WaitEstimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToTheSamples_data();
    void keepsToTheSamples();
    void growsWithThePeopleAhead();
};

namespace {

QJsonArray samples()
{
    QFile file(QStringLiteral(SPRECHTAG_SOURCE_DIR "/tests/contract/fixtures/wait_estimate.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).array();
}

PublicView viewOf(const QJsonObject &json)
{
    PublicView view;
    view.waiting = static_cast<std::uint32_t>(json["waiting"_L1].toInt());
    view.serving = static_cast<std::uint32_t>(json["serving"_L1].toInt());
    view.idle = static_cast<std::uint32_t>(json["idle"_L1].toInt());
    if (json.contains("average_service_s"_L1))
        view.averageService = seconds(json["average_service_s"_L1].toInt());
    return view;
}

QString textOf(const WaitEstimate &wait)
{
    switch (wait.kind) {
    case WaitEstimate::Kind::Unknown:
        return u"unknown"_s;
    case WaitEstimate::Kind::Soon:
        return u"soon"_s;
    case WaitEstimate::Kind::Range:
        break;
    }
    return u"range %1 to %2"_s.arg(wait.low.count()).arg(wait.high.count());
}

} // namespace

void WaitEstimateTest::keepsToTheSamples_data()
{
    QTest::addColumn<QJsonObject>("sample");
    const auto all = samples();
    QVERIFY(all.size() >= 20);
    for (const auto &sample : all)
        QTest::newRow(qPrintable(sample.toObject()["why"_L1].toString())) << sample.toObject();
}

void WaitEstimateTest::keepsToTheSamples()
{
    QFETCH(QJsonObject, sample);
    const auto ahead = static_cast<std::uint32_t>(sample["people_ahead"_L1].toInt());
    const WaitEstimate wait = estimateWait(viewOf(sample["view"_L1].toObject()), ahead);
    QString expected = sample["kind"_L1].toString();
    if (expected == "range"_L1)
        expected += u" %1 to %2"_s.arg(sample["low_min"_L1].toInt()).arg(sample["high_min"_L1].toInt());
    QCOMPARE(textOf(wait), expected);
}

void WaitEstimateTest::growsWithThePeopleAhead()
{
    for (std::uint32_t serving = 1; serving <= 4; ++serving) {
        PublicView view;
        view.serving = serving;
        view.averageService = seconds{437};
        WaitEstimate before = estimateWait(view, 0);
        for (std::uint32_t ahead = 1; ahead < 200; ++ahead) {
            const WaitEstimate wait = estimateWait(view, ahead);
            QVERIFY(wait.low <= wait.high);
            QVERIFY(before.low <= wait.low && before.high <= wait.high);
            before = wait;
        }
    }
}

QTEST_GUILESS_MAIN(WaitEstimateTest)
#include "WaitEstimateTest.moc"
