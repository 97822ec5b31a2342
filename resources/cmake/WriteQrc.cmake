# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# cmake -DDIRECTORY=… -DPREFIX=/… -DOUTPUT=….qrc -P WriteQrc.cmake
# Lists every file below DIRECTORY as a Qt resource. Run while building, because a build before made the files.
cmake_minimum_required(VERSION 3.25)

file(GLOB_RECURSE files RELATIVE ${DIRECTORY} ${DIRECTORY}/*)
list(FILTER files EXCLUDE REGEX "\\.map$")
if(NOT "index.html" IN_LIST files)
    message(FATAL_ERROR "${DIRECTORY} has no index.html: the web build did not make the page")
endif()
set(text "<RCC>\n<qresource prefix=\"${PREFIX}\">\n")
foreach(file IN LISTS files)
    string(APPEND text "<file alias=\"${file}\">${DIRECTORY}/${file}</file>\n")
endforeach()
file(WRITE ${OUTPUT} "${text}</qresource>\n</RCC>\n")
