// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "shared/base/Id.h"
#include "shared/base/Secret.h"

#include <QString>

#include <optional>

//! The files that the two people of a visit hand to each other.
namespace sprechtag::documents {

enum class From { Citizen, Clerk };
enum class Kind { Pdf, Jpeg, Png };

//! Coming and Checking: nobody but the sender may do anything about it. Offered: the clerk is asked. Accepted: the
//! other side may fetch it. Refused: its content is gone.
enum class State { Coming, Checking, Offered, Accepted, Refused };

//! Why a file is not taken, or not given.
enum class Fault {
    Gone,       //!< there is no such file, or it is not this person's to see
    WrongState, //!< not now: not accepted yet, not in a call, judged already
    TooLarge,   //!< more bytes than a file may have
    TooMany,    //!< more files than a visit may have
    WrongType,  //!< neither PDF nor JPEG nor PNG, whatever its name says
    Active,     //!< a PDF that is nothing without its programs, or that they cannot be taken out of
    Signed,     //!< a PDF that is signed, and does something: without that, its signature would not hold
    Encrypted,  //!< a PDF that needs a password
    Damaged,    //!< cannot be read to its end
    TooComplex, //!< more pages or pixels than is reasonable
    Infected,   //!< the virus scanner says so
    Unchecked,  //!< could not be checked, so it is not taken
    OutOfOrder, //!< not the part that comes next
    NoRoom      //!< on the disk
};

//! What both sides may see of a file. Its name is shown only when the file was checked.
struct Card // NOLINT(cppcoreguidelines-pro-type-member-init): an id has no default
{
    DocumentId id;
    From from{};
    State state{};
    Personal<QString> name{};
    std::optional<Kind> kind{}; //!< once it was checked
    bool cleaned{};             //!< what it did, or carried, was taken out of it
    qint64 bytes{};
    qint64 received{};
    friend bool operator==(const Card &, const Card &) = default;
};

// Each with the abuse that it stops.
inline constexpr qint64 kFileBytes = qint64{25} * 1024 * 1024; //!< disks that are filled
inline constexpr qint64 kPartBytes = qint64{256} * 1024; //!< memory that is filled; every part but the last has it
inline constexpr int kOfOneSide = 5;                     //!< disks that are filled with many files
inline constexpr int kBegunByOneSide = 20;               //!< processors kept busy with files that are refused
inline constexpr int kUnfinishedSeconds = 60;            //!< disks that are filled with files that never end
inline constexpr qsizetype kNameChars = 120;

} // namespace sprechtag::documents
