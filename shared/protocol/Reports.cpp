// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "shared/protocol/Reports.h"

#include "shared/protocol/OfficeCodec.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sprechtag::protocol {

using namespace Qt::StringLiterals;

namespace {

QJsonValue jsonOf(const office::Told &told)
{
    return told ? QJsonValue(static_cast<qint64>(*told)) : QJsonValue();
}

QJsonValue jsonOf(const std::optional<minutes> &length)
{
    return length ? QJsonValue(static_cast<qint64>(length->count())) : QJsonValue();
}

QString dayText(office::ServiceDay day)
{
    const QString digits = QString::number(day).rightJustified(8, u'0');
    return u"%1-%2-%3"_s.arg(digits.first(4), digits.mid(4, 2), digits.last(2));
}

QJsonObject jsonOf(const office::DayFigures &day)
{
    return {{u"day"_s, dayText(day.day)},
            {u"issued"_s, jsonOf(day.issued)},
            {u"received"_s, jsonOf(day.received)},
            {u"served"_s, jsonOf(day.served)},
            {u"transferred"_s, jsonOf(day.transferred)},
            {u"left"_s, jsonOf(day.left)},
            {u"aborted"_s, jsonOf(day.aborted)},
            {u"missed"_s, jsonOf(day.missed)},
            {u"closed"_s, jsonOf(day.closed)},
            {u"wait_median_below_min"_s, jsonOf(day.waits.median)},
            {u"wait_p90_below_min"_s, jsonOf(day.waits.ninetieth)},
            {u"service_median_below_min"_s, jsonOf(day.services.median)},
            {u"service_p90_below_min"_s, jsonOf(day.services.ninetieth)},
            {u"forecasts_right_percent"_s, jsonOf(day.forecastsRightPercent)}};
}

QJsonObject jsonOf(const office::ConcernFigures &concern)
{
    return {
        {u"concern"_s, concern.concern ? QJsonValue(QString::fromStdString(concern.concern->text())) : QJsonValue()},
        {u"issued"_s, jsonOf(concern.issued)}};
}

template <typename List, typename Write>
QJsonArray arrayOf(const List &list, Write write)
{
    QJsonArray array;
    for (const auto &one : list)
        array.append(write(one));
    return array;
}

QJsonObject jsonOf(const office::Accuracy &accuracy)
{
    return {{u"today_percent"_s, jsonOf(accuracy.today)},
            {u"week_percent"_s, jsonOf(accuracy.week)},
            {u"month_percent"_s, jsonOf(accuracy.month)}};
}

QJsonObject jsonOf(const OfficeFigures &office)
{
    return {{u"office"_s, QString::fromStdString(office.office.text())},
            {u"name"_s, office.name},
            {u"forecasts_right"_s, jsonOf(office.accuracy)},
            {u"days"_s, arrayOf(office.figures.days, [](const auto &day) { return jsonOf(day); })},
            {u"concerns"_s, arrayOf(office.figures.concerns, [](const auto &one) { return jsonOf(one); })}};
}

QJsonObject jsonOf(const QList<std::pair<QString, QString>> &row)
{
    QJsonObject object;
    for (const auto &[column, value] : row)
        object.insert(column, value);
    return object;
}

QJsonObject jsonOf(const PersonReport::OfficeFact &fact)
{
    QJsonObject object = wire::factJson(fact.fact);
    object.insert(u"office"_s, QString::fromStdString(fact.office.text()));
    return object;
}

} // namespace

QByteArray encode(const QList<OfficeFigures> &offices)
{
    return wire::bytes(
        QJsonObject{{u"offices"_s, arrayOf(offices, [](const auto &office) { return jsonOf(office); })}});
}

QByteArray encode(const PersonReport &report)
{
    return wire::bytes(
        QJsonObject{{u"ticket"_s, QString::fromStdString(report.ticket.text())},
                    {u"visit"_s, report.visit.isEmpty() ? QJsonValue() : QJsonValue(jsonOf(report.visit))},
                    {u"facts"_s, arrayOf(report.facts, [](const auto &fact) { return jsonOf(fact); })},
                    {u"answers"_s, arrayOf(report.answers, [](const auto &answer) { return jsonOf(answer); })}});
}

} // namespace sprechtag::protocol
