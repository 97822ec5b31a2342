# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
#
# A layer = a folder = a library = an alias Sprechtag::<layer>. Flags live in Sprechtag::options, never globally. The
# libraries are static in what is handed out, and shared where there are tests: a hundred programs that each have all of
# it fill a disk.

add_library(sprechtag_options INTERFACE)
add_library(Sprechtag::options ALIAS sprechtag_options)
target_compile_features(sprechtag_options INTERFACE cxx_std_20)
target_compile_options(sprechtag_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
    -Wswitch-enum -Wformat=2 -Werror=return-type -fno-strict-overflow
    $<$<NOT:$<BOOL:${BUILD_SHARED_LIBS}>>:-fvisibility=hidden>)
target_compile_definitions(sprechtag_options INTERFACE
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_NO_CONTEXTLESS_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(sprechtag_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
if(SPRECHTAG_RELEASE_LOCKDOWN)
    target_compile_definitions(sprechtag_options INTERFACE SPRECHTAG_RELEASE_LOCKDOWN=1)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)
# moc 6.4 stumbles over libstdc++'s <concepts>, which every std::optional and <=> brings along; it needs nothing of it.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS)

# What nearly every source reads first, read once: the standard library and Qt Core, and for the clerk's windows Qt
# Widgets. A source still includes what it uses: the presets `clang` and `release` build without.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
set(sprechtag_common_headers
    <algorithm> <array> <chrono> <deque> <functional> <map> <memory> <optional> <set> <span> <string> <string_view>
    <variant> <vector> <QtCore/QtCore>)
function(sprechtag_common_headers name)
    add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/resources/cmake/common_headers.cpp)
    target_link_libraries(${name} PRIVATE Sprechtag::options ${ARGN})
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()
sprechtag_common_headers(sprechtag_core_headers Qt6::Core)
target_precompile_headers(sprechtag_core_headers PRIVATE ${sprechtag_common_headers})
if(SPRECHTAG_WITH_CLERK_APP)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets)
    sprechtag_common_headers(sprechtag_widgets_headers Qt6::Widgets)
    target_precompile_headers(sprechtag_widgets_headers PRIVATE ${sprechtag_common_headers} <QtWidgets/QtWidgets>)
endif()

# sprechtag_read_once(target): with the headers of the folder that it stands in. Whoever reads them is compiled as they
# are: from Qt 6.8 on a program of -fPIE would not take them.
function(sprechtag_read_once target)
    target_compile_options(${target} PRIVATE -fPIC)
    if(SPRECHTAG_WITH_CLERK_APP AND CMAKE_CURRENT_SOURCE_DIR MATCHES "/clerk-app/(view|platform|call|app)$")
        target_precompile_headers(${target} REUSE_FROM sprechtag_widgets_headers)
    else()
        target_precompile_headers(${target} REUSE_FROM sprechtag_core_headers)
    endif()
endfunction()

# sprechtag_library(server::broker SOURCES a.cpp HEADERS a.h PUBLIC Sprechtag::base PRIVATE Qt6::Network)
# PUBLIC: appears in my headers; PRIVATE: only in my sources. STATIC: in every build, for it stands on SQLCipher.
function(sprechtag_library name)
    cmake_parse_arguments(ARG "STATIC" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
    string(REPLACE "::" "_" target "sprechtag_${name}")
    set(kind)
    if(ARG_STATIC)
        set(kind STATIC)
    endif()
    add_library(${target} ${kind} ${ARG_SOURCES})
    add_library(Sprechtag::${name} ALIAS ${target})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ARG_HEADERS})
    target_link_libraries(${target} PUBLIC Sprechtag::options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    if(ARG_STATIC)
        # What is put into programs exports nothing from there, also where the other layers do.
        target_compile_options(${target} PRIVATE -fvisibility=hidden)
    endif()
    set_target_properties(${target} PROPERTIES AUTOMOC ON LINKER_LANGUAGE CXX POSITION_INDEPENDENT_CODE ON)
    sprechtag_read_once(${target})
endfunction()

# sprechtag_executable(sprechtag-server SOURCES main.cpp LIBS Sprechtag::server::app)
function(sprechtag_executable name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE Sprechtag::options ${ARG_LIBS})
    set_target_properties(${name} PROPERTIES AUTOMOC ON POSITION_INDEPENDENT_CODE ON)
    sprechtag_read_once(${name})
endfunction()

# sprechtag_test(OfficeTest LABEL unit LIBS Sprechtag::domain::office [SOURCES other.cpp] [TIMEOUT 30]
#                [DISPLAY])
# The source is <Name>.cpp beside the caller, the label one of unit|contract|simulation|integration|fault|e2e|lint.
# DISPLAY: on a virtual X display of its own, for what windows without one do not show.
function(sprechtag_test name)
    cmake_parse_arguments(ARG "DISPLAY" "LABEL;TIMEOUT" "SOURCES;LIBS" ${ARGN})
    if(NOT ARG_LABEL)
        message(FATAL_ERROR "sprechtag_test(${name}) needs a LABEL")
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 30)
    endif()
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    if(Qt6_VERSION VERSION_GREATER_EQUAL 6.8)
        # QTRY_VERIFY and QTRY_COMPARE of Qt 6.8 narrow a duration, which GCC holds against whoever uses them.
        set_source_files_properties(${name}.cpp ${ARG_SOURCES} PROPERTIES COMPILE_OPTIONS -Wno-conversion)
    endif()
    target_link_libraries(${name} PRIVATE Sprechtag::options Qt6::Test ${ARG_LIBS})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    sprechtag_read_once(${name})
    target_compile_definitions(${name} PRIVATE SPRECHTAG_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        SPRECHTAG_BINARY_DIR="${PROJECT_BINARY_DIR}")
    set(platform offscreen)
    if(ARG_DISPLAY)
        set(platform xcb)
        add_test(NAME ${name} COMMAND xvfb-run --auto-servernum $<TARGET_FILE:${name}>)
    else()
        add_test(NAME ${name} COMMAND ${name})
    endif()
    # TIMEOUT alone bounds a test: Qt's own limit of 300 s a function would end the long proofs made by hand.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS ${ARG_LABEL}
        ENVIRONMENT "TZ=UTC;LANG=C.UTF-8;QT_QPA_PLATFORM=${platform};QTEST_FUNCTION_TIMEOUT=2147483647")
endfunction()

# sprechtag_words(server::settings sprechtag_server_de.ts): translations/<file> lies in the layer as :/i18n/<file>.qm.
function(sprechtag_words name)
    find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)
    string(REPLACE "::" "_" target "sprechtag_${name}")
    list(TRANSFORM ARGN PREPEND ${PROJECT_SOURCE_DIR}/translations/ OUTPUT_VARIABLE files)
    set_source_files_properties(${files} PROPERTIES OUTPUT_LOCATION ${CMAKE_CURRENT_BINARY_DIR})
    qt_add_lrelease(${target} TS_FILES ${files} QM_FILES_OUTPUT_VARIABLE words)
    qt_add_resources(${target} ${target}_words PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${words})
endfunction()
