// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server/app/Config.h"

#include <QDate>

//! What the command line of sprechtag-server asks for.
namespace sprechtag::app {

enum class Command {
    Init,              //!< make key and database, print the one-time token
    Run,               //!< serve
    Backup,            //!< copy the database, whether or not a server runs on it
    AdminImport,       //!< bring in a town file
    AdminSetupToken,   //!< a new one-time token, while no administrator exists
    AdminList,         //!< offices and accounts, as text or JSON
    AdminInterpreters, //!< who interprets, those who can be reached now first
    AdminExport,       //!< all that administrators decide about
    AdminLog,          //!< who changed what
    AdminVerifyLog,    //!< whether the log is whole
    AdminFacts,        //!< what has happened in the offices
    AdminDisableAccount,
    AdminResetSecondFactor,
    AdminDeletionPlan,     //!< for the data protection officer
    AdminProcessingRecord, //!< the same, after Art. 30 GDPR
    AdminShow,             //!< one value as JSON
    AdminSave,             //!< a value from a file of JSON
    AdminRemove,           //!< takes a value away
    AdminAddAccount,       //!< prints its start password
    AdminResetPassword,    //!< prints another start password
    AdminFigures,          //!< totals of days, without small numbers
    AdminForms,            //!< lists, adds, renames and removes what offices have ready
    AdminPerson            //!< what is stored of one visit (Art. 15 GDPR)
};

//! A number as a citizen knows it.
struct TicketName
{
    QString letter; //!< of the office
    std::uint32_t number{};
    QDate day{};
};

//! Both ends included.
struct DaysAsked
{
    QDate from{1970, 1, 1};
    QDate until{9999, 12, 31};
};

struct Options
{
    Command command{};
    Config config;
    QString townFile;   //!< of AdminImport
    QString login;      //!< of AdminDisableAccount and AdminResetSecondFactor
    QString backupFile; //!< of Backup
    QString portFile;   //!< of Run: where to write the port once it listens
    bool json{};        //!< of those that print something
    QStringList words;  //!< what follows the name of a command of the administration
    TicketName ticket;  //!< of AdminPerson
    DaysAsked days;     //!< of AdminFigures
};

//! Nothing to run: help, the version, or a mistake with what to type instead.
struct Usage
{
    QString text;
    int exitCode{};
};

//! `arguments` begins with the program's name. Options on the line win over the configuration file.
[[nodiscard]] Result<Options, Usage> readOptions(const QStringList &arguments);

} // namespace sprechtag::app
