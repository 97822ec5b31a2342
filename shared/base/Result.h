// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <utility>
#include <variant>

namespace sprechtag {

//! Marks the value of a failed Result, as in `return Failure(StoreError::WrongKey)`.
template <typename E>
struct Failure
{
    explicit Failure(E e)
        : error(std::move(e))
    {
    }
    E error;
};

//! Either a value or the reason why there is none. The only way in which our code fails.
template <typename T, typename E>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): a value is a result
        : m_data(std::in_place_index<0>, std::move(value))
    {
    }
    template <typename F>
    Result(Failure<F> failure) // NOLINT(google-explicit-constructor): so is a failure
        : m_data(std::in_place_index<1>, std::move(failure.error))
    {
    }

    [[nodiscard]] bool ok() const { return m_data.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_data); }
    [[nodiscard]] T &value() & { return std::get<0>(m_data); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_data)); }
    [[nodiscard]] const E &error() const { return std::get<1>(m_data); }

    const T *operator->() const { return &value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::get<0>(std::move(m_data)); }

private:
    std::variant<T, E> m_data;
};

//! The value of a Result that says only whether it worked.
struct Done
{
    friend bool operator==(Done, Done) = default;
};

//! Builds one visitor out of lambdas, for std::visit over a closed set of alternatives.
template <typename... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace sprechtag
