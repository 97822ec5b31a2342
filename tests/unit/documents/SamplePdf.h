// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>

#include <vector>

namespace sprechtag::test {

//! A PDF with its table of contents, byte by byte: one page, and what else the test puts in. Objects 1 to 3 are
//! catalogue, pages and page; further ones begin at 4.
inline QByteArray samplePdf(const QByteArray &inCatalogue = {}, const QByteArray &inPage = {},
                            const std::vector<QByteArray> &further = {}, int pages = 1)
{
    QByteArray kids;
    for (int i = 0; i < pages; ++i)
        kids += "3 0 R ";
    std::vector<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R " + inCatalogue + " >>",
                                    "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(pages) + " >>",
                                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> " + inPage +
                                        " >>"};
    objects.insert(objects.end(), further.begin(), further.end());
    QByteArray pdf("%PDF-1.7\n");
    std::vector<qsizetype> places;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        places.push_back(pdf.size());
        pdf += QByteArray::number(static_cast<qulonglong>(i + 1)) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype table = pdf.size();
    const QByteArray count = QByteArray::number(static_cast<qulonglong>(objects.size() + 1));
    pdf += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        pdf += QByteArray::number(static_cast<qlonglong>(place)).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" +
           QByteArray::number(static_cast<qlonglong>(table)) + "\n%%EOF\n";
}

} // namespace sprechtag::test
