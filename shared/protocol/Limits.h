// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtGlobal>

//! Every limit of the protocol, each with the abuse that it stops.
namespace sprechtag::protocol::limits {

// Frames. Whoever has no place yet may send little: a flood of strangers costs little memory.
inline constexpr qsizetype kMessageBytesBeforeTicket = 16'384; //!< strangers who fill memory
inline constexpr qsizetype kMessageBytesToServer = 65'536;     //!< one SDP and no more: members who fill memory
inline constexpr qsizetype kMessageBytesFromClerk = 524'288;   //!< one office with all its shifts; the same
inline constexpr qsizetype kMessageBytesToClient = 8'388'608;  //!< a server gone mad that fills the app's memory
inline constexpr qsizetype kBridgeBytes = 65'536;              //!< a call page gone mad that fills the app's memory
inline constexpr qsizetype kRestBodyBytes = 8'192;             //!< strangers who fill memory before they sign in
inline constexpr qsizetype kFactBytes = 4'096;                 //!< a damaged row that is read as something else
inline constexpr int kDepth = 12;                              //!< nesting that exhausts the parser's stack

// Pace and patience of one connection; kept by the gateway.
inline constexpr int kMessagesPerMinute = 900;   //!< a client that keeps the server busy; pointing is 600
inline constexpr int kMessagesAtOnce = 60;       //!< the same in bursts; trickled candidates come in bursts
inline constexpr int kBadMessagesPerMinute = 20; //!< probing for weak decoders
inline constexpr int kHelloSeconds = 5;          //!< sockets that are opened and say nothing

// Numbers of one network: a town hall or a mobile carrier behind one address. The first may be set by the town.
inline constexpr int kDrawsAtOnce = 30;   //!< one person who fills a lobby, over many connections
inline constexpr int kSecondsPerDraw = 2; //!< the same, patiently

// Signalling.
inline constexpr qsizetype kSdpChars = 32'768;       //!< descriptions that clog the other side
inline constexpr qsizetype kCandidateChars = 512;    //!< the same by one candidate
inline constexpr int kCandidatesPerGeneration = 100; //!< the same by many; kept by the gateway
inline constexpr qsizetype kMidChars = 64;
inline constexpr int kMLineIndex = 255;
inline constexpr int kGeneration = 1'000'000; //!< counters that overflow
inline constexpr qsizetype kIceServers = 8;
inline constexpr qsizetype kIceUrls = 8;
inline constexpr qsizetype kIceTextChars = 512;

// Words of people: no essays, no pages of control characters in a clerk's list.
inline constexpr qsizetype kNameChars = 80;
inline constexpr qsizetype kConcernChars = 200;
inline constexpr qsizetype kNoteChars = 500;
inline constexpr qsizetype kMessageChars = 500; //!< to people who wait
inline constexpr int kMessagesKept = 20;        //!< for one of them; the oldest goes
inline constexpr int kMessagesOfClerkAtOnce = 10;
inline constexpr int kSecondsPerClerkMessage = 6;    //!< a clerk's program gone mad that fills everybody's page
inline constexpr qsizetype kTextChars = 1'000;       //!< a line that is sent again with every letter
inline constexpr qsizetype kTextLinesKept = 500;     //!< of one visit: two people who fill memory; the oldest goes
inline constexpr qsizetype kTextCharsKept = 100'000; //!< the same with long ones
inline constexpr int kPeer = 1'000;                  //!< of one room: codes that are tried out by whoever got some
inline constexpr int kGuests = 8;        //!< of one visit, codes that are open included: a room full of strangers
inline constexpr int kGuestsInRoom = 3;  //!< with clerk and citizen five: more than a mesh of pictures carries
inline constexpr qsizetype kPeople = 10; //!< lists that cost more to handle than to send
inline constexpr qsizetype kGuestCodeChars = 8;       //!< read aloud; 2^34 of them, of which few are open
inline constexpr qsizetype kRingChars = 24;           //!< names of rings that bloat what is kept
inline constexpr int kRingSeconds = 30;               //!< rings that nobody ends, and a clerk who waits for nobody
inline constexpr int kGuestAwaySeconds = 60;          //!< a guest without a line who holds a place in the room
inline constexpr qsizetype kGivenNameChars = 1'000;   //!< names of files that fill memory; what is shown is shorter
inline constexpr qsizetype kDocumentsListed = 40;     //!< of one visit; more than may be begun
inline constexpr qsizetype kFormChangeChars = 10'924; //!< what one side enters into a form at once: 8 KiB in base64
inline constexpr qsizetype kFormWholeChars = 54'616;  //!< all that one side has entered: 40 KiB in base64
inline constexpr qsizetype kFormCharsKept = 700'000;  //!< of one visit: two people who fill memory; 512 KiB in base64
inline constexpr qsizetype kFormUpdatesKept = 4'000;  //!< of one side, the same with short ones
inline constexpr int kFormFields = 2'000;             //!< places in a form that no form has
inline constexpr qsizetype kLoginChars = 200;
inline constexpr qsizetype kPasswordChars = 1024; //!< hashing megabytes
inline constexpr qsizetype kCodeChars = 64;       //!< codes that are no codes
inline constexpr qsizetype kRecoveryCodes = 10;
inline constexpr qsizetype kUriChars = 2'048;      //!< pictures that no phone reads
inline constexpr qsizetype kLabelChars = 200;      //!< names of offices, authorities and devices
inline constexpr qsizetype kTownTextChars = 2'000; //!< what the town tells in its own words
inline constexpr qsizetype kLetterChars = 4;
inline constexpr qsizetype kNumberChars = 16;

// Words of machines.
inline constexpr qsizetype kCommandIdChars = 64; //!< keys that bloat the answer book
inline constexpr qsizetype kTicketTokenChars = 22;
inline constexpr qsizetype kSessionTokenChars = 512;
inline constexpr qsizetype kWordChars = 64; //!< types, clients, features, versions, reasons
inline constexpr qsizetype kLanguageChars = 16;
inline constexpr qsizetype kDeviceIdChars = 256;

//! When to try again on a full disk: room comes by somebody's hand. Whoever asks faster only adds load.
inline constexpr int kAfterStorageFullSeconds = 30;

// Lists: long ones that cost more to handle than to send.
inline constexpr qsizetype kProtocols = 8;
inline constexpr qsizetype kFeatures = 32;
inline constexpr qsizetype kOffices = 1000;
inline constexpr qsizetype kRanges = 70;
inline constexpr qsizetype kSpecialDays = 31;
inline constexpr qsizetype kRoles = 3;
inline constexpr qsizetype kClerks = 5000;
inline constexpr qsizetype kConcerns = 1000;
inline constexpr qsizetype kInterpreters = 1000;
inline constexpr qsizetype kConcernsOfOffice = 200;
inline constexpr qsizetype kChecklist = 30;
inline constexpr qsizetype kLanguages = 20;
inline constexpr qsizetype kTickets = 20'000;
inline constexpr qsizetype kFacts = 20'000;
inline constexpr qsizetype kChanges = 20'000;
inline constexpr qsizetype kDevices = 64;

// The town. What a value may hold is for town::validate() to say, to the person who has typed it; these are far beyond.
inline constexpr qsizetype kTypedTextChars = 8'000;
inline constexpr qsizetype kTownList = 6'000;
inline constexpr qsizetype kDepartments = 1000;
inline constexpr qsizetype kForms = 6'000;
inline constexpr qsizetype kFormsOfOffice = 200; //!< more than one may have
inline constexpr qsizetype kLogLines = 200;
inline constexpr qsizetype kChangedTextChars = 10'000; //!< of a field in the log; the rest is in the database
inline constexpr qsizetype kFaults = 500;

// Numbers: beyond 2^53 JavaScript rounds.
inline constexpr qint64 kSafeInteger = 9'007'199'254'740'991;
inline constexpr int kDurationSeconds = 7 * 24 * 3600;
inline constexpr int kReminderSecondsLeast = 60;
inline constexpr int kReminderSecondsMost = 7200;
inline constexpr int kFirstFrameMs = 3'600'000;

} // namespace sprechtag::protocol::limits
